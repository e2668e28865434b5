package app.teahouse.ledger;

import app.teahouse.kernel.Id;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** One movement of money. Chosen by the caller, it is the key by which a repeat is known. */
public record TransferId(UUID value) implements Id {

    /** The same id for the same thing and step, however often it is asked: a name-based UUID (RFC 9562, version 3). */
    public static TransferId of(UUID thing, String step) {
        return new TransferId(UUID.nameUUIDFromBytes((thing + " " + step).getBytes(StandardCharsets.UTF_8)));
    }
}
