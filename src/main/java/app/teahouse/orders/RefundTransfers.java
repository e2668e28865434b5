package app.teahouse.orders;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** From which accounts a refund is taken: the circle's part from where the order's money lies, the site's from its fee. */
@Component
class RefundTransfers {
    private final Ledger ledger;

    RefundTransfers(Ledger ledger) {
        this.ledger = ledger;
    }

    /**
     * What was paid out already is not there any more: then the circle's other money must cover it.
     *
     * @throws Refusal {@code refund.not-covered}, and then nothing is changed
     */
    List<Transfer> asked(Order order, RefundId refund, Order.Parts parts) {
        var from = lies(order);
        if (!covers(order, from, parts.circle())) {
            throw Refusal.conflict("refund.not-covered");
        }
        return transfers(order, refund, parts, from);
    }

    /**
     * The money is gone already, so what the circle can't cover is its debt.
     *
     * @param more what went back beyond the order
     */
    List<Transfer> gone(Order order, RefundId refund, Order.Parts parts, Money more) {
        var owed = Purse.of(Purpose.OWED_TO_SITE);
        var from = lies(order);
        var transfers = transfers(order, refund, parts, covers(order, from, parts.circle()) ? from : owed);
        if (more.isPositive()) {
            transfers.add(new Transfer(
                    TransferId.of(refund.value(), "refund more"),
                    order.outside() ? Purse.of(Purpose.INCOME_OUTSIDE) : owed,
                    refunding(refund),
                    more,
                    Reason.REFUND_BEGUN));
        }
        return transfers;
    }

    private static Purse lies(Order order) {
        if (order.outside()) {
            return Purse.of(Purpose.INCOME_OUTSIDE);
        }
        return Purse.of(order.settled() ? Purpose.AVAILABLE : Purpose.HELD);
    }

    /** What the circle got itself is always there: it is booked, not kept. */
    private boolean covers(Order order, Purse from, Money needed) {
        if (order.outside() || !needed.isPositive()) {
            return true;
        }
        var free = ledger.lock(order.circle(), needed.currency(), List.of(from)).get(from);
        return Objects.requireNonNull(free).compareTo(needed) >= 0;
    }

    private static Purse refunding(RefundId refund) {
        return Purse.of(Purpose.REFUNDING, refund.value());
    }

    /** Of what the circle got itself the site has nothing: there its fee is a debt less. */
    private static List<Transfer> transfers(Order order, RefundId refund, Order.Parts parts, Purse from) {
        var transfers = new ArrayList<Transfer>();
        var circlePays = order.outside() ? parts.circle().plus(parts.fee()) : parts.circle();
        if (circlePays.isPositive()) {
            transfers.add(new Transfer(
                    TransferId.of(refund.value(), "refund"), from, refunding(refund), circlePays, Reason.REFUND_BEGUN));
        }
        if (parts.fee().isPositive()) {
            transfers.add(new Transfer(
                    TransferId.of(refund.value(), "refund fee"),
                    Purse.of(Purpose.SITE_FEE),
                    order.outside() ? Purse.of(Purpose.OWED_TO_SITE) : refunding(refund),
                    parts.fee(),
                    Reason.FEE_RETURNED));
        }
        return transfers;
    }
}
