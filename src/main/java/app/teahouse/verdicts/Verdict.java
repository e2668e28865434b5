package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as both sides see it.
 *
 * @param until of a freeze, or null until an operator looks again; of a closed circle, when it is gone
 * @param complaint what it follows from, or null
 * @param overAt when it ended, by itself or taken back with {@code overWhy}; null while it holds
 */
public record Verdict(
        CircleId circle,
        VerdictId id,
        Kind kind,
        String reason,
        @Nullable Instant until,
        @Nullable UUID complaint,
        Instant madeAt,
        @Nullable Instant overAt,
        String overWhy,
        Appeal appeal,
        @Nullable Instant appealedAt) {

    /** What was decided. */
    public enum Kind {
        WARNED,
        UNLISTED,
        /** Read-only, with payouts held. */
        FROZEN,
        /** Read-only, and gone on its day. */
        CLOSED
    }

    /** How it is with what the owner says to it. */
    public enum Appeal {
        NONE,
        /** It waits for the operator. */
        OPEN,
        ANSWERED
    }

    public String key() {
        return Ids.text(id);
    }

    public boolean isStanding() {
        return overAt == null;
    }

    /** A line under a decision. */
    public record Line(boolean byOperator, String text, Instant madeAt) {}
}
