package app.teahouse.removals;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Role;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Staff removed a member.
 *
 * @param role what the member was
 * @param until from when on they may ask to come back, with {@link Back#DAY} only
 * @param madeBy null where that account is gone, as in the other moments
 * @param undoneAt when it was taken back, or null
 */
public record Removal(
        CircleId circle,
        RemovalId id,
        AccountId account,
        Role role,
        String reason,
        Back back,
        @Nullable Instant until,
        OfWords ofWords,
        OfMoney ofMoney,
        @Nullable AccountId madeBy,
        Instant madeAt,
        @Nullable Instant undoneAt) {

    /** How long it can be taken back, and what was deleted with it. */
    public static final Duration TIME_TO_UNDO = Duration.ofDays(30);

    /** Whether they may come back. Whoever comes back, staff say yes to it. */
    public enum Back {
        /** They may ask at once. */
        ASK,
        /** Not before a day. */
        DAY,
        NEVER
    }

    /** What becomes of what they wrote. */
    public enum Words {
        KEEP,
        HIDE,
        DELETE
    }

    /** How far that is. */
    public enum WordsState {
        NONE,
        TAKING,
        TAKEN,
        RETURNING,
        RETURNED
    }

    /** What becomes of what they paid. */
    public enum Money {
        /** The owner or a partner decides. */
        LATER,
        NOTHING,
        UNUSED,
        ALL
    }

    public enum MoneyState {
        /** They paid nothing that could go back. */
        NONE,
        OPEN,
        ASKED,
        DONE,
        /** Something stood in the way. */
        TROUBLE
    }

    /**
     * @param total how many there were to take when it began
     * @param taken how many are taken at this moment
     * @param by who asked for it, or null where that account is gone
     */
    public record OfWords(
            Words words,
            WordsState state,
            int total,
            int taken,
            @Nullable AccountId by,
            @Nullable Instant at) {
        static final OfWords KEPT = new OfWords(Words.KEEP, WordsState.NONE, 0, 0, null, null);

        public boolean isAway() {
            return state == WordsState.TAKING || state == WordsState.TAKEN;
        }
    }

    /** @param trouble the code of what stood in the way */
    public record OfMoney(
            Money money, MoneyState state, @Nullable String trouble) {
        static final OfMoney NONE = new OfMoney(Money.NOTHING, MoneyState.NONE, null);
        static final OfMoney OPEN = new OfMoney(Money.LATER, MoneyState.OPEN, null);

        public boolean isOpen() {
            return state == MoneyState.OPEN || state == MoneyState.ASKED || state == MoneyState.TROUBLE;
        }
    }

    /** Whether they are kept out at this moment, as far as this removal goes. */
    public boolean bars(Instant now) {
        return undoneAt == null && (back == Back.NEVER || (until != null && until.isAfter(now)));
    }

    public boolean isUndoable(Instant now) {
        return undoneAt == null && !now.isAfter(madeAt.plus(TIME_TO_UNDO));
    }

    public String key() {
        return Ids.text(id);
    }
}
