package app.teahouse.removals;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.members.MemberCard;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A removal as staff see it.
 *
 * @param member null where that account is gone
 * @param by what the one who made it is called in the circle, or null where that account is gone
 * @param unused what would go back now of the unused time, and {@code all} of everything; null where nothing
 * @param mayChange whether this reader may change it: the member was below them
 * @param mayPay whether this reader decides about money
 * @param undoable whether it can be taken back now
 * @param bars whether they are kept out now
 */
public record RemovalView(
        Removal removal,
        @Nullable MemberCard member,
        @Nullable String by,
        @Nullable Money unused,
        @Nullable Money all,
        boolean mayChange,
        boolean mayPay,
        boolean undoable,
        boolean bars) {

    static RemovalView mine(Removal removal, Instant now) {
        return new RemovalView(removal, null, null, null, null, false, false, false, removal.bars(now));
    }

    public String key() {
        return Ids.text(removal.id());
    }

    /** As messages name it. */
    public String back() {
        var isBack = member != null && member.active();
        return removal.undoneAt() != null ? "undone" : isBack ? "returned" : bars ? name(removal.back()) : "ask";
    }

    public String words() {
        var words = removal.ofWords();
        return switch (words.state()) {
            case NONE, RETURNED -> "keep";
            case RETURNING -> "returning";
            case TAKING, TAKEN -> name(words.words());
        };
    }

    public boolean atWork() {
        return removal.ofWords().state() == Removal.WordsState.TAKING
                || removal.ofWords().state() == Removal.WordsState.RETURNING;
    }

    public String money() {
        var money = removal.ofMoney();
        return switch (money.state()) {
            case NONE -> "none";
            case OPEN -> "open";
            case ASKED -> "asked";
            case TROUBLE -> "trouble";
            case DONE -> name(money.money());
        };
    }

    /** Until when what was deleted can be brought back. */
    public @Nullable Instant wordsUntil() {
        var at = removal.ofWords().at();
        return at == null || !removal.ofWords().isAway() ? null : at.plus(Removal.TIME_TO_UNDO);
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
