package app.teahouse.orders;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.PlanId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that was bought or is about to be.
 *
 * @param number what people call it, such as {@code 20261123-0007}; unique in its circle
 * @param title what it is, as it was called then
 * @param listed the price before {@code discount}; together they make {@code amount}
 * @param outside whether the circle got the money itself
 * @param fee the site's part of {@code amount}
 * @param feeReturned what of it went back with refunds
 * @param settled whether the circle's part may be paid out
 */
public record Order(
        CircleId circle,
        OrderId id,
        String number,
        AccountId account,
        Kind kind,
        PlanId plan,
        String title,
        Money listed,
        Money discount,
        Money amount,
        State state,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        @Nullable CheckoutId checkout,
        boolean outside,
        Money fee,
        Money refunded,
        Money feeReturned,
        Instant madeAt,
        @Nullable Instant paidAt,
        @Nullable Instant settlesAt,
        boolean settled) {

    /** What for. */
    public enum Kind {
        JOIN,
        RENEW,
        UPGRADE,
        GIFT
    }

    /** What became of it. */
    public enum State {
        /** Not paid yet. */
        OPEN,
        /** Paid, and staff have not said yet whether the buyer may join. */
        WAITING,
        DONE,
        CANCELLED,
        /** All of it went back. */
        REFUNDED
    }

    public boolean isPaid() {
        return paidAt != null;
    }

    /** Whether it gives cards for others, and no time to its buyer. */
    public boolean isGift() {
        return kind == Kind.GIFT;
    }

    /** What of it can still be given back. */
    public Money refundable() {
        return isPaid() ? amount.minus(refunded) : Money.none(amount.currency());
    }

    /** The parts of a refund: what the site returns of its fee, and what the circle pays; together the refund. */
    public record Parts(Money fee, Money circle) {}

    /**
     * Splits a refund. The site returns its fee in proportion to all that went back, rounded down, so that after the last refund all of
     * the fee is back.
     *
     * @throws Refusal {@code refund.too-much}
     */
    public Parts split(Money refund) {
        if (refund.minor() < 0 || refund.compareTo(refundable()) > 0) {
            throw Refusal.invalid("amount", "refund.too-much");
        }
        if (amount.isZero()) {
            return new Parts(amount, amount);
        }
        var all = refunded.plus(refund);
        var feeBack = fee.share(all.minor(), amount.minor()).minus(feeReturned);
        return new Parts(feeBack, refund.minus(feeBack));
    }
}
