package app.teahouse.kernel;

import com.github.f4b6a3.uuid.UuidCreator;
import com.github.f4b6a3.uuid.codec.base.Base32Codec;
import com.github.f4b6a3.uuid.exception.InvalidUuidException;
import java.time.Instant;
import java.util.UUID;

/**
 * Makes ids and writes them in addresses. Ids are UUID version 7 (RFC 9562): they sort by the moment they were made, and are
 * never a secret. In an address an id without a number of its own is 26 letters and digits (base 32, lower case).
 */
public final class Ids {
    private Ids() {}

    public static UUID next() {
        return UuidCreator.getTimeOrderedEpochPlus1();
    }

    /** The smallest id that {@link #next} could have made at a moment: UUIDv7 begins with the milliseconds (RFC 9562). */
    public static UUID least(Instant at) {
        return new UUID(at.toEpochMilli() << 16 | 0x7000, 0x8000_0000_0000_0000L);
    }

    public static String text(Id id) {
        return Base32Codec.INSTANCE.encode(id.value());
    }

    /**
     * Reads an id from an address, either as 26 letters and digits or in its usual form with dashes.
     *
     * @throws Refusal {@code id.malformed} (not found) for anything else
     */
    public static UUID parse(String text) {
        try {
            return text.length() == 36 ? UUID.fromString(text) : Base32Codec.INSTANCE.decode(text);
        } catch (IllegalArgumentException | InvalidUuidException e) {
            throw Refusal.notFound("id.malformed");
        }
    }
}
