package app.teahouse.ledger;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account of the ledger. (The word account is a person's in this house.) A circle has one for each purpose and currency, and where
 * it matters one for each way of paying, payout or person.
 *
 * @param of whose or of what, or null where the circle has only one
 */
public record Purse(Purpose purpose, @Nullable UUID of) {
    private static final UUID BANK = new UUID(0, 1);

    public static Purse of(Purpose purpose) {
        return new Purse(purpose, null);
    }

    public static Purse of(Purpose purpose, UUID thing) {
        return new Purse(purpose, thing);
    }

    /** The site's own bank account, from which it pays and to which circles pay what they owe. */
    public static Purse bank() {
        return new Purse(Purpose.COLLECTED, BANK);
    }

    /** Its key in the database: the same for the same purpose, thing and currency (name-based UUID, RFC 9562). */
    UUID key(String currency) {
        return UUID.nameUUIDFromBytes((purpose + " " + currency + " " + of).getBytes(StandardCharsets.UTF_8));
    }
}
