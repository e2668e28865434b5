package app.teahouse.gifts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.orders.OrderId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A gift card: whoever has its code uses it, once.
 *
 * @param number within its order, from 1
 * @param worth its part of what was paid
 * @param returned what of that went back
 * @param holder for whom it waits or who used it; null where nobody did, or who did is gone
 * @param validUntil the last day on which it can be used
 * @param firstDay of the time it gave, and {@code lastDay} the last; null for good, or where it gave none yet
 * @param endedAt when it was used or given back
 */
public record Card(
        CircleId circle,
        CardId id,
        OrderId order,
        int number,
        Money worth,
        Money returned,
        State state,
        @Nullable AccountId holder,
        LocalDate validUntil,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable Instant endedAt) {

    /** What became of it. */
    public enum State {
        UNUSED,
        /** Somebody wants to join by it, and staff have not decided. */
        WAITING,
        USED,
        /** Its money went back, or a part of it: it is dead. */
        RETURNED
    }

    /** Whom staff let wait keeps it, even if they need long. */
    public boolean isExpired(LocalDate today) {
        return state == State.UNUSED && today.isAfter(validUntil);
    }

    /** What of a dead card is not given back yet; of one that lives, all it is worth. */
    public Money rest() {
        return worth.minus(returned);
    }

    public boolean isOf(AccountId account) {
        return account.equals(holder);
    }
}
