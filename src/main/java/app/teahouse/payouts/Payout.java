package app.teahouse.payouts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way to an owner.
 *
 * @param label to where, as its owner knows it, such as {@code 招商银行 ··1234}
 * @param readyAt when an operator may send it
 * @param reference by which it was paid
 * @param reason why it failed or came back
 */
public record Payout(
        CircleId circle,
        PayoutId id,
        Money amount,
        String label,
        State state,
        AccountId askedBy,
        Instant askedAt,
        Instant readyAt,
        @Nullable String reference,
        @Nullable String reason) {

    /** What becomes of it. */
    public enum State {
        /** A partner has to say yes. */
        SECOND,
        /** An operator will send it. */
        WAITING,
        /** It stands in a list that an operator took to the bank. */
        SENT,
        PAID,
        FAILED,
        CANCELLED,
        /** It was paid, and the bank sent it back. */
        RETURNED
    }

    public String key() {
        return Ids.text(id);
    }

    public boolean isOpen() {
        return state == State.SECOND || state == State.WAITING || state == State.SENT;
    }
}
