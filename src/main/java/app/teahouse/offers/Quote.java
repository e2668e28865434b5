package app.teahouse.offers;

import app.teahouse.coupons.Discount;
import app.teahouse.kernel.Money;
import app.teahouse.orders.Order;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plan;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody would pay now, and what they would get: all of it is said before the button.
 *
 * @param listed the price of the plan, or the difference for an upgrade
 * @param discount what a renewal's percentage, a free day and a coupon take off together
 * @param because why there is a discount but for the coupon's, as message keys' last words, or null
 * @param span what it gives
 * @param refundHours how long it can be taken back by oneself; 0 for not
 * @param trialDays how long it may be tried first, 0 for not
 * @param coupon what of the discount a coupon takes off, or null
 */
public record Quote(
        Plan plan,
        Order.Kind kind,
        Money listed,
        Money discount,
        @Nullable String because,
        Span span,
        int refundHours,
        int trialDays,
        @Nullable Discount coupon) {

    public Money amount() {
        return listed.minus(discount);
    }

    /** What is taken off without a coupon. */
    public Money ownDiscount() {
        return coupon == null ? discount : discount.minus(coupon.amount());
    }

    Quote with(Discount more) {
        return new Quote(plan, kind, listed, discount.plus(more.amount()), because, span, refundHours, trialDays, more);
    }

    /** For an answer to a form: what was shown must still hold when it is paid. */
    Map<String, Object> facts() {
        return Map.of("amount", amount().minor(), "currency", amount().code());
    }

    /** What is bought and until when, in a few signs: in an old tab it is another than on the server. */
    public String gives() {
        return kind + " " + span.last();
    }
}
