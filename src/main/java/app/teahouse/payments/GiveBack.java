package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.Refund.State;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * A seller gives money back, whole or in part, in its own transaction. Call this first: it locks the checkout, which comes before
 * ledger accounts. Then move the money into {@code Purse.of(REFUNDING, refund.value())}; nothing is sent that does not lie there.
 */
@Component
public class GiveBack {
    private final Clock clock;
    private final CheckoutRows rows;
    private final RefundRows refunds;
    private final ReturnMoney returnMoney;

    GiveBack(Clock clock, CheckoutRows rows, RefundRows refunds, ReturnMoney returnMoney) {
        this.clock = clock;
        this.rows = rows;
        this.refunds = refunds;
        this.returnMoney = returnMoney;
    }

    /** What there was and what is left of a payment; nobody else gives any of it back until this transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Paid lock(CircleId circle, CheckoutId id) {
        return paid(rows.lock(circle, id).orElseThrow(() -> Refusal.notFound("checkout.unknown")));
    }

    /**
     * @param id chosen by the caller, by which a repeat is known
     * @param reason why, as the payer and the gateway read it
     * @return whether it was asked now; false if it was before
     * @throws Refusal {@code refund.too-much}; {@code refund.other} if the id is known with another sum or checkout;
     *     {@code checkout.unknown}, {@code checkout.not-paid}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean ask(CircleId circle, RefundId id, CheckoutId checkoutId, Money amount, String reason) {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A refund gives something back: " + amount);
        }
        var checkout = rows.lock(circle, checkoutId).orElseThrow(() -> Refusal.notFound("checkout.unknown"));
        var known = refunds.find(circle, id);
        if (known.isPresent()) {
            if (!known.get().checkout().equals(checkoutId)
                    || !known.get().amount().equals(amount)) {
                throw Refusal.conflict("refund.other");
            }
            return false;
        }
        var paid = paid(checkout);
        if (amount.compareTo(paid.left()) > 0) {
            throw Refusal.conflict("refund.too-much");
        }
        var now = clock.instant();
        var refund = new Refund(
                circle,
                id,
                checkoutId,
                paid.came().attempt(),
                amount,
                reason,
                true,
                State.ASKED,
                null,
                null,
                now,
                returnMoney.isByHand(checkout, paid.came().attempt()),
                0);
        refunds.add(refund);
        returnMoney.tellIfByHand(refund, checkout.number(), paid.came().receivedByCircle());
        rows.become(checkout, new Paid(paid.came(), paid.refunded().plus(amount), paid.returned()), now, null, "");
        return true;
    }

    private static Paid paid(Checkout checkout) {
        if (checkout.state() instanceof Paid paid) {
            return paid;
        }
        throw Refusal.conflict("checkout.not-paid");
    }
}
