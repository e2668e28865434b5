package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A circle costs something from now on, and what that means was written to some of its members.
 *
 * @param since when
 */
public record MembersPriced(CircleId circle, Instant since, List<One> members) implements Event {

    /** @param last the last day without paying, or null where there is none: for good, or not one day */
    public record One(
            AccountId account, Means means, @Nullable LocalDate last) {}

    /** What it means for somebody. */
    public enum Means {
        /** They stay for nothing, for good. */
        KEPT,
        /** They stay for nothing until a day. */
        PROMISED,
        /** They choose a plan when they come next. */
        PAY,
        /** What they paid for before counts again. */
        HELD
    }
}
