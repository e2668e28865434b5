package app.teahouse.orders;

import app.teahouse.coupons.UseCoupon;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.passes.SavedCard;
import app.teahouse.payments.Seller;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happens to an order when its money comes, does not come, goes back, or is disputed: always in the payment's transaction. */
@Component
class SellEntry implements Seller {
    static final String NAME = "orders";

    private final Db db;
    private final OrderRows rows;
    private final Fees fees;
    private final Ledger ledger;
    private final FulfilOrder fulfilOrder;
    private final RefundOrder refundOrder;
    private final Disputed disputed;
    private final SavedCard savedCard;
    private final UseCoupon useCoupon;
    private final Events events;
    private final Clock clock;

    SellEntry(
            Db db,
            OrderRows rows,
            Fees fees,
            Ledger ledger,
            FulfilOrder fulfilOrder,
            RefundOrder refundOrder,
            Disputed disputed,
            SavedCard savedCard,
            UseCoupon useCoupon,
            Events events,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.fees = fees;
        this.ledger = ledger;
        this.fulfilOrder = fulfilOrder;
        this.refundOrder = refundOrder;
        this.disputed = disputed;
        this.savedCard = savedCard;
        this.useCoupon = useCoupon;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    /**
     * Who is a member for good meanwhile, whose order made room for another, or whose invitation was used up by somebody else gets the
     * money back.
     */
    @Override
    public Answer paid(Sale sale) {
        var order = rows.lock(sale.circle(), new OrderId(sale.about()));
        if (order.state() != Order.State.OPEN) {
            return Answer.TOO_LATE;
        }
        var entry = fulfilOrder.entry(order);
        if (entry == FulfilOrder.Entry.TOO_LATE) {
            cancel(order.circle(), order.id());
            return Answer.TOO_LATE;
        }
        var fee = fees.of(sale.circle(), sale.amount().currency()).of(sale.amount());
        accept(order, sale.amount());
        fulfilOrder.paid(order, fee, sale.receivedByCircle());
        ledger.post(sale.circle(), order.id().value(), transfers(order, sale, fee));
        if (sale.means() != null) {
            savedCard.keep(sale.circle(), order.account(), sale.means().value());
        }
        fulfilOrder.fulfil(rows.lock(sale.circle(), order.id()), entry);
        events.publish(new OrderPaid(
                sale.circle(),
                order.id(),
                order.number(),
                order.title(),
                sale.amount().minor(),
                sale.amount().code(),
                clock.instant()));
        useCoupon.paid(sale.circle(), order.id(), sale.amount().equals(order.amount()));
        return Answer.TAKEN;
    }

    /** A person may accept another sum than was asked: then that is what it cost. */
    private void accept(Order order, Money paid) {
        if (!paid.equals(order.amount())) {
            db.sql("""
                    update orders.entry
                       set amount = :amount, list_amount = greatest(list_amount, :amount),
                           discount = greatest(list_amount - :amount, 0), currency = :currency
                     where circle_id = :circle and order_id = :id
                    """)
                    .with("circle", order.circle())
                    .with("id", order.id())
                    .with("amount", paid.minor())
                    .with("currency", paid.code())
                    .run();
        }
    }

    private static List<Transfer> transfers(Order order, Sale sale, Money fee) {
        var id = order.id().value();
        var received = Purse.of(Purpose.RECEIVED);
        var transfers = new ArrayList<Transfer>();
        if (sale.receivedByCircle()) {
            transfers.add(new Transfer(
                    TransferId.of(id, "sale"),
                    received,
                    Purse.of(Purpose.INCOME_OUTSIDE),
                    sale.amount(),
                    Reason.SALE_OUTSIDE));
            if (fee.isPositive()) {
                transfers.add(new Transfer(
                        TransferId.of(id, "fee"),
                        Purse.of(Purpose.OWED_TO_SITE),
                        Purse.of(Purpose.SITE_FEE),
                        fee,
                        Reason.FEE_OUTSIDE));
            }
            return transfers;
        }
        var rest = sale.amount().minus(fee);
        if (rest.isPositive()) {
            transfers.add(new Transfer(TransferId.of(id, "sale"), received, Purse.of(Purpose.HELD), rest, Reason.SALE));
        }
        if (fee.isPositive()) {
            transfers.add(
                    new Transfer(TransferId.of(id, "fee"), received, Purse.of(Purpose.SITE_FEE), fee, Reason.FEE));
        }
        return transfers;
    }

    @Override
    public void gone(CircleId circle, CheckoutId checkout, UUID about) {
        cancel(circle, new OrderId(about));
    }

    private void cancel(CircleId circle, OrderId id) {
        var cancelled = db.sql("""
                update orders.entry
                   set state = 'cancelled', ended_at = :now
                 where circle_id = :circle and order_id = :id and state = 'open'
                """)
                .with("circle", circle)
                .with("id", id)
                .with("now", clock.instant())
                .run();
        if (cancelled > 0) {
            fulfilOrder.gone(circle, id);
            useCoupon.release(circle, id);
        }
    }

    @Override
    public void returned(Sale sale, RefundId refund, Money amount, Return end) {
        var ended = db.sql("""
                update orders.refund
                   set state = :state, ended_at = :now
                 where circle_id = :circle and refund_id = :refund and state <> 'done'
                """)
                .with("circle", sale.circle())
                .with("refund", refund)
                .with("state", end == Return.DONE ? "done" : "refused")
                .with("now", clock.instant())
                .run();
        if (ended == 1 && end == Return.DONE) {
            events.publish(new RefundMoved(
                    sale.circle(),
                    new OrderId(sale.about()),
                    refund,
                    sale.payer(),
                    amount.minor(),
                    amount.code(),
                    true,
                    ""));
        }
    }

    @Override
    public void returnedOutside(Sale sale, RefundId refund, Money amount) {
        refundOrder.outside(sale, refund, amount);
    }

    @Override
    public void disputed(Sale sale, Dispute dispute) {
        disputed.move(sale, dispute);
    }
}
