package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.springframework.stereotype.Component;

/** Sells things in tests, and remembers what it was told of each. */
@Component
public class TestSeller implements Seller {
    public static final String NAME = "test";

    public final Set<UUID> tooLate = ConcurrentHashMap.newKeySet();
    public final Set<UUID> broken = ConcurrentHashMap.newKeySet();
    public final Map<UUID, Queue<String>> told = new ConcurrentHashMap<>();
    public final Map<UUID, Sale> sales = new ConcurrentHashMap<>();

    private final Ledger ledger;

    TestSeller(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public String name() {
        return NAME;
    }

    public List<String> told(UUID about) {
        return List.copyOf(told.getOrDefault(about, new ConcurrentLinkedQueue<>()));
    }

    private void note(UUID about, String what) {
        told.computeIfAbsent(about, _ -> new ConcurrentLinkedQueue<>()).add(what);
    }

    @Override
    public Answer paid(Sale sale) {
        if (broken.contains(sale.about())) {
            throw new IllegalStateException("broken for a test");
        }
        if (tooLate.contains(sale.about())) {
            return Answer.TOO_LATE;
        }
        ledger.post(
                sale.circle(),
                sale.checkout().value(),
                List.of(new Transfer(
                        TransferId.of(sale.checkout().value(), "sale"),
                        Purse.of(Purpose.RECEIVED),
                        purse(sale),
                        sale.amount(),
                        sale.receivedByCircle() ? Reason.SALE_OUTSIDE : Reason.SALE)));
        sales.put(sale.about(), sale);
        note(sale.about(), "paid " + sale.amount());
        return Answer.TAKEN;
    }

    static Purse purse(Sale sale) {
        return Purse.of(sale.receivedByCircle() ? Purpose.INCOME_OUTSIDE : Purpose.HELD);
    }

    /** What a seller does when it gives money back. */
    public Transfer begin(Sale sale, RefundId refund, Money amount) {
        return new Transfer(
                TransferId.of(refund.value(), "begun"),
                purse(sale),
                Purse.of(Purpose.REFUNDING, refund.value()),
                amount,
                Reason.REFUND_BEGUN);
    }

    @Override
    public void gone(CircleId circle, CheckoutId checkout, UUID about) {
        note(about, "gone");
    }

    @Override
    public void returned(Sale sale, RefundId refund, Money amount, Return end) {
        note(sale.about(), "returned " + amount + " " + end);
    }

    @Override
    public void returnedOutside(Sale sale, RefundId refund, Money amount) {
        ledger.post(sale.circle(), sale.checkout().value(), List.of(begin(sale, refund, amount)));
        note(sale.about(), "returned outside " + amount);
    }

    @Override
    public void disputed(Sale sale, Dispute dispute) {
        note(sale.about(), "disputed " + dispute.amount() + " " + dispute.state());
    }
}
