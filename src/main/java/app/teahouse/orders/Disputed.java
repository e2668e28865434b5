package app.teahouse.orders;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.payments.Seller;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A payer's bank takes money back until it is settled who is right. So much of it as the circle has is set aside from what it earned,
 * and the rest is its debt to the site; won, it comes back the same way.
 */
@Component
class Disputed {
    private final Db db;
    private final OrderRows rows;
    private final Ledger ledger;
    private final FulfilOrder fulfilOrder;
    private final Clock clock;

    Disputed(Db db, OrderRows rows, Ledger ledger, FulfilOrder fulfilOrder, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.ledger = ledger;
        this.fulfilOrder = fulfilOrder;
        this.clock = clock;
    }

    void move(Seller.Sale sale, Money amount, @Nullable Boolean won) {
        var order = rows.lock(sale.circle(), new OrderId(sale.about()));
        if (order.outside()) {
            // The circle's own gateway settles it with the circle; nothing of it lies here.
            return;
        }
        if (won == null) {
            open(order, amount);
        } else if (won) {
            back(order, amount);
        } else {
            fulfilOrder.takeBack(order);
        }
    }

    /** While it is disputed an order does not settle. */
    private void settleAt(Order order, @Nullable Instant at) {
        db.sql("""
                update orders.entry
                   set settles_at = :at
                 where circle_id = :circle and order_id = :id and not settled
                """)
                .with("circle", order.circle())
                .with("id", order.id())
                .with("at", at)
                .run();
    }

    private void open(Order order, Money amount) {
        settleAt(order, null);
        var from = Purse.of(order.settled() ? Purpose.AVAILABLE : Purpose.HELD);
        var id = order.id().value();
        var disputed = Purse.of(Purpose.DISPUTED, id);
        var free = Objects.requireNonNull(
                ledger.lock(order.circle(), amount.currency(), List.of(from)).get(from));
        var have = free.minor() < 0 ? Money.none(amount.currency()) : free.atMost(amount);
        var transfers = new ArrayList<Transfer>();
        if (have.isPositive()) {
            transfers.add(new Transfer(TransferId.of(id, "dispute"), from, disputed, have, Reason.DISPUTE_OPENED));
        }
        var debt = amount.minus(have);
        if (debt.isPositive()) {
            transfers.add(new Transfer(
                    TransferId.of(id, "dispute debt"),
                    Purse.of(Purpose.OWED_TO_SITE),
                    disputed,
                    debt,
                    Reason.DISPUTE_OPENED));
        }
        ledger.post(order.circle(), id, transfers);
    }

    /** To where it is the circle's now: what was held then may have settled meanwhile. */
    private void back(Order order, Money amount) {
        settleAt(order, clock.instant());
        var id = order.id().value();
        var to = Purse.of(order.settled() ? Purpose.AVAILABLE : Purpose.HELD);
        ledger.post(
                order.circle(),
                id,
                List.of(new Transfer(
                        TransferId.of(id, "dispute won"),
                        Purse.of(Purpose.DISPUTED, id),
                        to,
                        amount,
                        Reason.DISPUTE_WON)));
    }
}
