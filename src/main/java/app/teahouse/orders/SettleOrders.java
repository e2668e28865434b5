package app.teahouse.orders;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Some days after it was fulfilled, what is left of an order is the circle's to be paid out. */
@Component
class SettleOrders implements Job {
    private static final int MOST = 100;

    private final Db db;
    private final OrderRows rows;
    private final Ledger ledger;
    private final Disputed disputed;
    private final TransactionTemplate transaction;

    SettleOrders(Db db, OrderRows rows, Ledger ledger, Disputed disputed, TransactionTemplate transaction) {
        this.db = db;
        this.rows = rows;
        this.ledger = ledger;
        this.disputed = disputed;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "orders.settle";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    private record Due(CircleId circle, OrderId order) {}

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select circle_id, order_id
                  from orders.entry
                 where not settled and settles_at <= :now
                 order by settles_at, order_id
                 limit :most
                """)
                .with("now", now)
                .with("most", MOST)
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new OrderId(Db.uuid(row, 2))));
        for (var one : due) {
            transaction.executeWithoutResult(_ -> settle(one));
        }
        return due.size() == MOST;
    }

    /** A refund at the same moment has the order's lock first, or finds it settled. What is disputed stays where it is. */
    private void settle(Due due) {
        var order = rows.lock(due.circle(), due.order());
        if (order.settled()) {
            return;
        }
        db.sql("update orders.entry set settled = true where circle_id = :circle and order_id = :id")
                .with("circle", due.circle())
                .with("id", due.order())
                .run();
        var gone = order.refunded().minus(order.feeReturned());
        var left = order.amount()
                .minus(order.fee())
                .minus(gone)
                .minus(disputed.lost(order).taken());
        var held = Purse.of(Purpose.HELD);
        var free = Objects.requireNonNull(
                ledger.lock(due.circle(), left.currency(), List.of(held)).get(held));
        var moves = left.atMost(free);
        if (moves.isPositive()) {
            ledger.post(
                    due.circle(),
                    order.id().value(),
                    List.of(new Transfer(
                            TransferId.of(order.id().value(), "settled"),
                            held,
                            Purse.of(Purpose.AVAILABLE),
                            moves,
                            Reason.SETTLED)));
        }
    }
}
