package app.teahouse.review;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Scrutiny;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A thing about which staff decide, from when it comes into the queue until they have.
 *
 * @param author null where that account is gone, or nobody's name was given
 * @param aboutAdmin whether it is an admin's: the owner and the partners decide
 * @param held whether a rule kept it back before anybody saw it
 * @param reports how many members reported it since the decision before
 * @param mended whether its writer changed it after staff asked for that
 * @param risk how pressing it is by {@link Risk}, from 0 to 3
 * @param turn grows with each decision and each change: who decides says which one they saw
 * @param matter what the rules that found it call it; null where none did
 * @param decision what was decided; null while it is open
 */
public record Item(
        CircleId circle,
        ItemId id,
        String kind,
        UUID thing,
        @Nullable AccountId author,
        boolean aboutAdmin,
        boolean held,
        int reports,
        boolean mended,
        int risk,
        State state,
        int turn,
        Instant openedAt,
        Scrutiny.@Nullable Matter matter,
        @Nullable Decision decision) {

    /** How it is with it. */
    public enum State {
        OPEN,
        /** Its writer was asked to change it. It is hidden, and comes back into the queue once they have. */
        ASKED,
        DECIDED
    }

    /** What becomes of the thing. */
    public enum Fate {
        KEEP,
        ASK,
        HIDE,
        DELETE
    }

    /** What follows for its writer. */
    public enum Measure {
        NONE,
        WARN,
        MUTE,
        REMOVE
    }

    /**
     * @param strike what was noted of its writer with it, or null
     * @param ruling the mute that was said with it, or null
     * @param reversedAt when it was taken back, or null
     */
    public record Decision(
            Fate fate,
            Measure measure,
            String reason,
            @Nullable AccountId by,
            Instant at,
            @Nullable UUID strike,
            @Nullable UUID ruling,
            @Nullable Instant reversedAt) {

        /** How long a decision can be taken back. */
        private static final Duration TIME = Duration.ofDays(30);

        public boolean isReversed() {
            return reversedAt != null;
        }

        /** Whether there is anything to take back here: who was removed is let in again on their own page. */
        boolean hasEffect() {
            return fate != Fate.KEEP || measure == Measure.WARN || measure == Measure.MUTE;
        }

        boolean isTooOld(Instant now) {
            return now.isAfter(at.plus(TIME));
        }

        public boolean isReversible(Instant now) {
            return !isReversed() && hasEffect() && !isTooOld(now);
        }
    }

    public boolean isDecided() {
        return state == State.DECIDED;
    }
}
