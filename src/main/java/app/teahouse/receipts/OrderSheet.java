package app.teahouse.receipts;

import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.OrderRows;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders: a person's own over all circles, and a circle's for its owner. */
@Component
class OrderSheet {
    static final int SIZE = 30;

    private final Db db;
    private final OrderRows rows;
    private final Circles circles;
    private final OrderDetails details;
    private final LookedAt lookedAt;
    private final Accounts accounts;

    OrderSheet(Db db, OrderRows rows, Circles circles, OrderDetails details, LookedAt lookedAt, Accounts accounts) {
        this.db = db;
        this.rows = rows;
        this.circles = circles;
        this.details = details;
        this.lookedAt = lookedAt;
        this.accounts = accounts;
    }

    private record Mine(CircleId circle, OrderId order) {}

    /** @param before the id of the last one seen, or null */
    Cursor<OrderView> mine(Person person, @Nullable String before) {
        var found = db.sql("""
                select circle_id, order_id
                  from orders.account_entry
                 where account_id = :account
                """)
                .with("account", person.account())
                .and(before != null, """
                   and (made_at, order_id) < (select made_at, order_id from orders.account_entry
                                               where account_id = :account and order_id = :before)
                """)
                .and(true, "order by made_at desc, order_id desc limit :most")
                .with("before", before == null ? null : Ids.parse(before))
                .with("most", SIZE + 1)
                .all((row, n) -> new Mine(new CircleId(Db.uuid(row, 1)), new OrderId(Db.uuid(row, 2))));
        var orders = read(found.stream().limit(SIZE).toList());
        var looked = looked(orders);
        var items = orders.stream()
                .map(order -> view(order, null, List.of(), looked, OrderView.Own.NONE))
                .toList();
        return new Cursor<>(
                items, found.size() > SIZE ? Ids.text(found.get(SIZE - 1).order()) : null);
    }

    /** One statement for each circle in which something is not paid yet. */
    private Map<CheckoutId, LookedAt.Why> looked(List<Order> orders) {
        var open = new HashMap<CircleId, List<CheckoutId>>();
        for (var order : orders) {
            if (!order.isPaid() && order.checkout() != null) {
                open.computeIfAbsent(order.circle(), _ -> new ArrayList<>()).add(order.checkout());
            }
        }
        var looked = new HashMap<CheckoutId, LookedAt.Why>();
        open.forEach((circle, checkouts) -> looked.putAll(lookedAt.of(circle, checkouts)));
        return looked;
    }

    /** One statement for each circle: people buy in few. */
    private List<Order> read(List<Mine> wanted) {
        var byCircle = new HashMap<CircleId, List<OrderId>>();
        wanted.forEach(one ->
                byCircle.computeIfAbsent(one.circle(), _ -> new ArrayList<>()).add(one.order()));
        var found = new HashMap<OrderId, Order>();
        byCircle.forEach((circle, ids) -> db.sql("""
                select order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency, state, first_day,
                       last_day, checkout_id, outside, fee, refunded, fee_returned, made_at, paid_at, settles_at, settled
                  from orders.entry
                 where circle_id = :circle and order_id = any(:ids)
                """)
                .with("circle", circle)
                .withIds("ids", ids)
                .all((row, n) -> OrderRows.order(circle, row))
                .forEach(order -> found.put(order.id(), order)));
        return wanted.stream()
                .map(one -> found.get(one.order()))
                .filter(Objects::nonNull)
                .toList();
    }

    /** @throws Refusal {@code order.unknown} for everybody but its buyer */
    OrderView mine(Person person, OrderId id) {
        var order = myOrder(person, id);
        return view(order, null, List.of(), looked(List.of(order)), details.of(order));
    }

    Order myOrder(Person person, OrderId id) {
        return db.sql("select circle_id from orders.account_entry where account_id = :account and order_id = :id")
                .with("account", person.account())
                .with("id", id)
                .maybe((row, n) -> new CircleId(Db.uuid(row, 1)))
                .flatMap(circle -> rows.find(circle, id))
                .orElseThrow(() -> Refusal.notFound("order.unknown"));
    }

    private OrderView view(
            Order order,
            @Nullable String buyer,
            List<OrderView.Disputed> disputes,
            Map<CheckoutId, LookedAt.Why> looked,
            OrderView.Own own) {
        var circle = circles.byId(order.circle()).map(Circle::face);
        return new OrderView(
                order,
                circle.map(face -> face.name()).orElse(null),
                circle.map(face -> face.slug()).orElse(null),
                buyer,
                disputes,
                order.checkout() == null ? null : looked.get(order.checkout()),
                left(order, disputes),
                own);
    }

    private static Money left(Order order, List<OrderView.Disputed> disputes) {
        var lost = disputes.stream()
                .filter(one -> one.state().equals("lost")
                        && one.amount().currency().equals(order.amount().currency()))
                .map(OrderView.Disputed::amount)
                .reduce(Money.none(order.amount().currency()), Money::plus);
        return order.refundable().minus(lost);
    }

    /** A circle's orders that were paid, the latest payment first; those that were only begun are nobody's business. */
    Cursor<OrderView> of(Partner partner, OrderFilter filter, @Nullable String before) {
        record Found(Order order, @Nullable String buyer) {}
        var zone = partner.member().face().zone();
        var found = db.sql("""
                select e.order_id, e.number, e.account_id, e.kind, e.plan_id, e.title, e.list_amount, e.discount, e.amount, e.currency,
                       e.state, e.first_day, e.last_day, e.checkout_id, e.outside, e.fee, e.refunded, e.fee_returned, e.made_at,
                       e.paid_at, e.settles_at, e.settled, m.alias
                  from orders.entry e
                  left join members.membership m on m.circle_id = e.circle_id and m.account_id = e.account_id
                 where e.circle_id = :circle and e.paid_at is not null
                """)
                .with("circle", partner.circle())
                .and(filter.from() != null, "and e.paid_at >= :since")
                .and(filter.to() != null, "and e.paid_at < :until")
                .and(filter.plan() != null, """
                   and e.plan_id = (select plan_id from plans.plan where circle_id = :circle and number = :plan)
                """)
                .and(filter.currency() != null, "and e.currency = :only")
                .and(filter.only() == OrderFilter.Only.INVOICE, """
                   and e.order_id in (select order_id from orders.invoice where circle_id = :circle and issued_at is null)
                """)
                .and(filter.only() == OrderFilter.Only.DISPUTED, """
                   and e.order_id in (select order_id from orders.dispute where circle_id = :circle and state = 'open')
                """)
                .and(before != null, """
                   and (e.paid_at, e.order_id) < (select paid_at, order_id from orders.entry
                                                   where circle_id = :circle and order_id = :before)
                """)
                .and(true, "order by e.paid_at desc, e.order_id desc limit :most")
                .with("since", filter.since(zone))
                .with("until", filter.until(zone))
                .with("plan", filter.plan())
                .with("only", filter.currency())
                .with("before", before == null ? null : Ids.parse(before))
                .with("most", SIZE + 1)
                .all((row, n) -> new Found(OrderRows.order(partner.circle(), row), row.getString(23)));
        var shown = found.stream().limit(SIZE).toList();
        var disputes = details.disputes(
                partner.circle(), shown.stream().map(one -> one.order().id()).toList());
        // Who was declined never had a name in the circle.
        var names = accounts.names(shown.stream()
                .filter(one -> one.buyer() == null)
                .map(one -> one.order().account())
                .toList());
        var items = shown.stream()
                .map(one -> view(
                        one.order(),
                        one.buyer() == null ? names.get(one.order().account()) : one.buyer(),
                        disputes.getOrDefault(one.order().id(), List.of()),
                        Map.of(),
                        OrderView.Own.NONE))
                .toList();
        return new Cursor<>(
                items,
                found.size() > SIZE ? Ids.text(found.get(SIZE - 1).order().id()) : null);
    }

    /** @throws Refusal {@code order.unknown} */
    OrderView of(Partner partner, OrderId id) {
        var order = rows.find(partner.circle(), id)
                .filter(Order::isPaid)
                .orElseThrow(() -> Refusal.notFound("order.unknown"));
        return view(
                order,
                details.buyer(order.circle(), order.account()),
                details.disputes(order.circle(), List.of(order.id())).getOrDefault(order.id(), List.of()),
                Map.of(),
                details.of(order));
    }
}
