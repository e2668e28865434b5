package app.teahouse.payouts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/**
 * A payout was asked for, approved, paid, failed, taken back or came back.
 *
 * @param askedBy the owner who asked
 * @param state what it is now, as {@link Payout.State}; {@code approved} once a partner said yes
 * @param detail the reference or the reason, or nothing
 */
public record PayoutMoved(
        CircleId circle, PayoutId payout, AccountId askedBy, long minor, String currency, String state, String detail)
        implements Event {

    static PayoutMoved of(Payout payout, String state, String detail) {
        return new PayoutMoved(
                payout.circle(),
                payout.id(),
                payout.askedBy(),
                payout.amount().minor(),
                payout.amount().code(),
                state,
                detail);
    }
}
