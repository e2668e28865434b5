package app.teahouse.orders;

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
import app.teahouse.payments.Seller;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A payer's bank takes money back until it is settled who is right. So much of it as the circle has is set aside from what it earned,
 * and the rest is its debt to the site; won, it comes back the same way. One order may be disputed several times, each for another sum.
 */
@Component
class Disputed {
    private final Db db;
    private final OrderRows rows;
    private final Ledger ledger;
    private final FulfilOrder fulfilOrder;
    private final Events events;
    private final Clock clock;

    Disputed(Db db, OrderRows rows, Ledger ledger, FulfilOrder fulfilOrder, Events events, Clock clock) {
        this.db = db;
        this.rows = rows;
        this.ledger = ledger;
        this.fulfilOrder = fulfilOrder;
        this.events = events;
        this.clock = clock;
    }

    void move(Seller.Sale sale, Seller.Dispute dispute) {
        var order = rows.lock(sale.circle(), new OrderId(sale.about()));
        var moved = switch (dispute.state()) {
            case OPENED -> open(order, dispute);
            case WON -> won(order, dispute);
            case LOST -> lost(order, dispute);
        };
        if (moved) {
            events.publish(new OrderDisputed(
                    order.circle(),
                    order.id(),
                    order.number(),
                    dispute.id(),
                    dispute.amount().minor(),
                    dispute.amount().code(),
                    Db.name(dispute.state())));
        }
    }

    private boolean open(Order order, Seller.Dispute dispute) {
        if (isKnown(order.circle(), dispute)) {
            return false;
        }
        var taken = order.outside() ? Money.none(dispute.amount().currency()) : take(order, dispute);
        db.sql("""
                insert into orders.dispute (circle_id, dispute_id, order_id, amount, currency, taken, state, answer_by, opened_at)
                values (:circle, :id, :order, :amount, :currency, :taken, 'open', :answerBy, :now)
                """)
                .with("circle", order.circle())
                .with("id", dispute.id())
                .with("order", order.id())
                .with("amount", dispute.amount().minor())
                .with("currency", dispute.amount().code())
                .with("taken", taken.minor())
                .with("answerBy", dispute.answerBy())
                .with("now", clock.instant())
                .run();
        settleAt(order, null);
        return true;
    }

    private boolean isKnown(CircleId circle, Seller.Dispute dispute) {
        return db.sql("select 1 from orders.dispute where circle_id = :circle and dispute_id = :id")
                .with("circle", circle)
                .with("id", dispute.id())
                .exists();
    }

    /** While it is disputed an order does not settle. */
    private void settleAt(Order order, @Nullable Instant at) {
        if (order.outside()) {
            return;
        }
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

    /** @return what came from the circle's money; the rest is its debt now */
    private Money take(Order order, Seller.Dispute dispute) {
        var amount = dispute.amount();
        var from = lies(order);
        var aside = aside(order);
        var have = free(order, from, amount).atMost(amount);
        var taken = have.isPositive() ? have : Money.none(amount.currency());
        var debt = amount.minus(taken);
        var transfers = Stream.of(
                        step(dispute, from, aside, taken, Reason.DISPUTE_OPENED),
                        step(dispute, owed(), aside, debt, Reason.DISPUTE_OPENED))
                .flatMap(Optional::stream)
                .toList();
        ledger.post(order.circle(), order.id().value(), transfers);
        return taken;
    }

    /** To where it is the circle's now: what was held then may have settled meanwhile. What was debt and still is, is debt no more. */
    private boolean won(Order order, Seller.Dispute dispute) {
        var taken = end(order, dispute, "won");
        if (taken == null) {
            return false;
        }
        if (!order.outside()) {
            var owes = free(order, owed(), taken).negated();
            var wasDebt = dispute.amount().minus(taken);
            var debt = owes.isPositive() ? owes.atMost(wasDebt) : Money.none(taken.currency());
            var rest = dispute.amount().minus(debt);
            var transfers = Stream.of(
                            step(dispute, aside(order), lies(order), rest, Reason.DISPUTE_WON),
                            step(dispute, aside(order), owed(), debt, Reason.DISPUTE_WON))
                    .flatMap(Optional::stream)
                    .toList();
            ledger.post(order.circle(), order.id().value(), transfers);
        }
        goOn(order);
        return true;
    }

    /** The bank keeps it: payments books it out. Where nothing of the order is left, what it paid for ends. */
    private boolean lost(Order order, Seller.Dispute dispute) {
        if (end(order, dispute, "lost") == null) {
            return false;
        }
        if (!left(order).isPositive()) {
            endWaiting(order);
            fulfilOrder.takeBack(order);
        }
        goOn(order);
        return true;
    }

    /** Nobody has to decide any more about somebody whose money is gone. */
    private void endWaiting(Order order) {
        rows.end(order, Order.State.WAITING);
        fulfilOrder.waitNoMore(order);
    }

    /** @return what had come from the circle's money, or null where it had ended before */
    private @Nullable Money end(Order order, Seller.Dispute dispute, String state) {
        return db.sql("""
                update orders.dispute
                   set state = :state, ended_at = :now
                 where circle_id = :circle and dispute_id = :id and state = 'open'
                returning taken, currency
                """)
                .with("circle", order.circle())
                .with("id", dispute.id())
                .with("state", state)
                .with("now", clock.instant())
                .maybe((row, n) -> Money.of(row.getLong(1), row.getString(2)))
                .orElse(null);
    }

    private void goOn(Order order) {
        if (!isOpen(order)) {
            settleAt(order, clock.instant());
        }
    }

    /** While a payer's bank has some of the money, none is the circle's to give back: it would go twice. */
    boolean isOpen(Order order) {
        return db.sql("""
                select 1
                  from orders.dispute
                 where circle_id = :circle and order_id = :order and state = 'open'
                 limit 1
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .exists();
    }

    /** What is left of a paid order that neither went back to its buyer nor was lost to a bank. */
    Money left(Order order) {
        return order.refundable().minus(lost(order).amount());
    }

    /** @param taken what of it was the circle's money, on hold or available; the rest is its debt */
    record Lost(Money amount, Money taken) {}

    /** What banks kept of an order's money, in its currency. */
    Lost lost(Order order) {
        var currency = order.amount().currency();
        return db.sql("""
                select coalesce(sum(amount), 0)::bigint, coalesce(sum(taken), 0)::bigint
                  from orders.dispute
                 where circle_id = :circle and order_id = :order and state = 'lost' and currency = :currency
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .with("currency", currency.getCurrencyCode())
                .one((row, n) -> new Lost(new Money(row.getLong(1), currency), new Money(row.getLong(2), currency)));
    }

    private Money free(Order order, Purse purse, Money like) {
        return Objects.requireNonNull(
                ledger.lock(order.circle(), like.currency(), List.of(purse)).get(purse));
    }

    private static Purse lies(Order order) {
        return Purse.of(order.settled() ? Purpose.AVAILABLE : Purpose.HELD);
    }

    private static Purse aside(Order order) {
        return Purse.of(Purpose.DISPUTED, order.id().value());
    }

    private static Purse owed() {
        return Purse.of(Purpose.OWED_TO_SITE);
    }

    private static Optional<Transfer> step(Seller.Dispute dispute, Purse from, Purse to, Money amount, Reason reason) {
        // The account it comes from or goes to tells the two parts of one step apart.
        var name = Db.name(reason) + " " + Db.name(from.purpose()) + " " + Db.name(to.purpose());
        return amount.isPositive()
                ? Optional.of(new Transfer(TransferId.of(dispute.id(), name), from, to, amount, reason))
                : Optional.empty();
    }
}
