package app.teahouse.speaking;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Surface;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff said about one member's right to write. A member has one mute and one grant in force at most: the new one takes the
 * place of the old.
 *
 * @param about the page in the circle on which it was called for ({@code /p/12}), or null
 * @param until when it ends by itself, or null: at the next review, or not at all
 * @param review whether it holds until staff look at it again
 * @param madeBy null where that account is gone
 * @param end how it ended, or null while it is in force
 */
public record Ruling(
        CircleId circle,
        RulingId id,
        AccountId account,
        Kind kind,
        Preset preset,
        List<Surface> surfaces,
        String reason,
        @Nullable Instant until,
        boolean review,
        @Nullable String about,
        @Nullable AccountId madeBy,
        Instant madeAt,
        @Nullable End end) {

    /** A mute takes the right to write; a grant gives it where the role, the plan or the hour does not. */
    public enum Kind {
        MUTE,
        GRANT
    }

    /** @param by who ended it, or null where time did, or that account is gone */
    public record End(Instant at, @Nullable AccountId by, How how, String reason) {}

    /** Why it is in force no more. */
    public enum How {
        OVER,
        LIFTED,
        REPLACED,
        UNDONE
    }

    public boolean holds(Instant now) {
        return end == null && (until == null || until.isAfter(now));
    }
}
