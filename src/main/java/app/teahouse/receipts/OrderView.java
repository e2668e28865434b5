package app.teahouse.receipts;

import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.orders.Order;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An order as its buyer or the owner sees it.
 *
 * @param circle the circle's name, or null where it is gone
 * @param slug its address, or null where it is gone
 * @param buyer the buyer's name in the circle, for staff; null where they are gone
 * @param disputes of which its buyer is told nothing: they know
 * @param looked what there is to say of a payment for which nothing was sold, or null
 * @param left what can still be given back
 * @param own what stands on its own page only; empty in lists
 */
public record OrderView(
        Order order,
        @Nullable String circle,
        @Nullable String slug,
        @Nullable String buyer,
        List<Disputed> disputes,
        LookedAt.@Nullable Why looked,
        Money left,
        Own own) {

    /**
     * What needs statements of its own.
     *
     * @param coupon what the coupon is called that made it cheaper, or null
     * @param payment by whom and how it was paid; null where it was not
     * @param mayTakeBack whether its buyer may take it back now by themselves
     * @param refundUntil until when, or null
     * @param asked whether the circle has questions for its buyer, who is in and was not asked yet
     */
    public record Own(
            @Nullable String coupon,
            @Nullable Payment payment,
            List<Given> refunds,
            boolean mayTakeBack,
            @Nullable Instant refundUntil,
            @Nullable Invoice invoice,
            boolean asked) {
        static final Own NONE = new Own(null, null, List.of(), false, null, null, false);
    }

    /**
     * What a receipt says of a payment.
     *
     * @param payer what they call themselves on this site
     * @param number under which it is found at whoever received it
     * @param asked what was asked, where a person accepted another amount, with their {@code words}; else null
     */
    public record Payment(
            String payer,
            String way,
            String number,
            boolean byCircle,
            @Nullable Money asked,
            String words) {}

    /**
     * Money that went back or is on its way.
     *
     * @param reference under which it is found, where a person gave it back
     */
    public record Given(
            Money amount,
            String state,
            String reason,
            boolean byMember,
            Instant at,
            @Nullable String reference) {}

    /**
     * Money that the payer's bank took back.
     *
     * @param state {@code open}, {@code won} or {@code lost}
     * @param answerBy until when it can be answered at the gateway, or null
     */
    public record Disputed(
            Money amount,
            String state,
            Instant openedAt,
            @Nullable Instant answerBy,
            @Nullable Instant endedAt) {}

    /** Whether a person looks at its payment now, so that it is neither paid nor unpaid. */
    public boolean isLookedAt() {
        return looked == LookedAt.Why.CLAIMED || looked == LookedAt.Why.HELD;
    }

    /** Whether they look because another amount came than was asked. */
    public boolean isHeld() {
        return looked == LookedAt.Why.HELD;
    }

    /** Whether money came when nothing was sold any more, so that all of it goes back. */
    public boolean isUnsold() {
        return looked == LookedAt.Why.UNSOLD;
    }

    /** Whether its money is with a bank now. */
    public boolean isDisputed() {
        return disputes.stream().anyMatch(one -> one.state().equals("open"));
    }

    /** Whether some of its money is on its way back, and not there yet. */
    public boolean isGoingBack() {
        return own.refunds().stream().anyMatch(given -> !given.state().equals("done"));
    }

    /** Whether banks kept its money, so that nothing of it is left. */
    public boolean isLost() {
        return !left.isPositive()
                && disputes.stream().anyMatch(one -> one.state().equals("lost"));
    }

    /** What it is called: its plan's name, which goes with the circle. */
    public String name() {
        return order.title().isEmpty() ? order.number() : order.title();
    }

    /**
     * A wish for an invoice.
     *
     * @param file the address of an invoice that lies elsewhere, or null
     * @param attached whether staff attached it here
     */
    public record Invoice(
            String title,
            String taxNumber,
            String email,
            Instant askedAt,
            @Nullable Instant issuedAt,
            @Nullable String file,
            boolean attached) {}

    public String path() {
        return "/me/orders/" + Ids.text(order.id());
    }
}
