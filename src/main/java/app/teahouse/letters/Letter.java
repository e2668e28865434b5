package app.teahouse.letters;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One matter between a member and the staff. Of a matter there is one open letter at most.
 *
 * @param about the ruling or the order it is about, or null
 * @param subject in the member's words where the matter does not say it, else empty
 * @param waitsSince since when it waits for the one for whom it waits
 * @param closedBy null while it is open, and where that account is gone
 */
public record Letter(
        CircleId circle,
        LetterId id,
        AccountId account,
        Matter matter,
        @Nullable UUID about,
        String subject,
        State state,
        Waits waits,
        Instant waitsSince,
        Instant openedAt,
        Instant lastAt,
        @Nullable Instant closedAt,
        @Nullable AccountId closedBy) {

    /** What it is about. */
    public enum Matter {
        MUTE,
        REFUND,
        REMOVAL,
        OTHER
    }

    /** A closed one opens again when its member writes. */
    public enum State {
        OPEN,
        CLOSED
    }

    /** Whose turn it is. */
    public enum Waits {
        STAFF,
        MEMBER
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }
}
