package app.teahouse.orders;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.PlanId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The statements that several operations on orders share. */
@Component
public class OrderRows {
    private final Db db;
    private final Clock clock;

    OrderRows(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** Reads the columns that every statement on orders names in this order. */
    public static Order order(CircleId circle, ResultSet row) throws SQLException {
        var currency = row.getString(10);
        var checkout = Db.maybeUuid(row, 14);
        return new Order(
                circle,
                new OrderId(Db.uuid(row, 1)),
                row.getString(2),
                new AccountId(Db.uuid(row, 3)),
                Db.constant(Order.Kind.class, row.getString(4)),
                new PlanId(Db.uuid(row, 5)),
                row.getString(6),
                Money.of(row.getLong(7), currency),
                Money.of(row.getLong(8), currency),
                Money.of(row.getLong(9), currency),
                Db.constant(Order.State.class, row.getString(11)),
                Db.maybeDay(row, 12),
                Db.maybeDay(row, 13),
                checkout == null ? null : new CheckoutId(checkout),
                row.getBoolean(15),
                Money.of(row.getLong(16), currency),
                Money.of(row.getLong(17), currency),
                Money.of(row.getLong(18), currency),
                Db.instant(row, 19),
                Db.maybeInstant(row, 20),
                Db.maybeInstant(row, 21),
                row.getBoolean(22));
    }

    public Optional<Order> find(CircleId circle, OrderId id) {
        return read(circle, id, false);
    }

    /** Nobody pays, refunds or decides it until this transaction ends. */
    public Order lock(CircleId circle, OrderId id) {
        return read(circle, id, true).orElseThrow(() -> Refusal.notFound("order.unknown"));
    }

    private Optional<Order> read(CircleId circle, OrderId id, boolean locked) {
        return db.sql("""
                select order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency, state, first_day,
                       last_day, checkout_id, outside, fee, refunded, fee_returned, made_at, paid_at, settles_at, settled
                  from orders.entry
                 where circle_id = :circle and order_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .and(locked, "for no key update")
                .maybe((row, n) -> order(circle, row));
    }

    /**
     * The order for themselves that somebody has in a state of which there is one at most: open or waiting. Not locked: a checkout's
     * lock comes first.
     */
    public Optional<Order> only(CircleId circle, AccountId account, Order.State state) {
        return db.sql("""
                select order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency, state, first_day,
                       last_day, checkout_id, outside, fee, refunded, fee_returned, made_at, paid_at, settles_at, settled
                  from orders.entry
                 where circle_id = :circle and account_id = :account and state = :state and kind <> 'gift'
                """)
                .with("circle", circle)
                .with("account", account)
                .with("state", state)
                .maybe((row, n) -> order(circle, row));
    }

    /** What a plan was listed at when somebody last came in by it or renewed it. */
    public Optional<Money> lastListed(CircleId circle, AccountId account, PlanId plan) {
        return db.sql("""
                select list_amount, currency
                  from orders.entry
                 where circle_id = :circle and account_id = :account and plan_id = :plan and state = 'done'
                   and kind in ('join', 'renew')
                 order by paid_at desc, order_id desc
                 limit 1
                """)
                .with("circle", circle)
                .with("account", account)
                .with("plan", plan)
                .maybe((row, n) -> Money.of(row.getLong(1), row.getString(2)));
    }

    /** Whether somebody paid for their own time here before, and did not get it back. */
    public boolean hasPaid(CircleId circle, AccountId account) {
        return db.sql("""
                select exists (select from orders.entry
                                where circle_id = :circle and account_id = :account and state = 'done' and kind <> 'gift'
                                  and amount > 0)
                """).with("circle", circle).with("account", account).one(Boolean.class);
    }

    /** The gift that somebody began to buy and did not pay yet, of which there is one at most. Not locked, as {@link #only}. */
    Optional<Order> openGift(CircleId circle, AccountId account) {
        return db.sql("""
                select order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency, state, first_day,
                       last_day, checkout_id, outside, fee, refunded, fee_returned, made_at, paid_at, settles_at, settled
                  from orders.entry
                 where circle_id = :circle and account_id = :account and state = 'open' and kind = 'gift'
                """).with("circle", circle).with("account", account).maybe((row, n) -> order(circle, row));
    }

    /** What it paid for is over; harmless where it is in another state than {@code from}. */
    void end(Order order, Order.State from) {
        db.sql("""
                update orders.entry
                   set state = 'refunded', ended_at = :now
                 where circle_id = :circle and order_id = :id and state = :state
                """)
                .with("circle", order.circle())
                .with("id", order.id())
                .with("state", from)
                .with("now", clock.instant())
                .run();
    }
}
