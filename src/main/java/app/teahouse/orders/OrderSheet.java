package app.teahouse.orders;

import app.teahouse.accounts.AccountCard;
import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.coupons.UseCoupon;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.PaidBy;
import app.teahouse.plans.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads orders: a person's own over all circles, and a circle's for its owner. */
@Component
class OrderSheet {
    static final int SIZE = 30;

    private final Db db;
    private final OrderRows rows;
    private final RefundOrder refundOrder;
    private final Circles circles;
    private final Terms terms;
    private final UseCoupon useCoupon;
    private final PaidBy paidBy;
    private final Accounts accounts;
    private final Clock clock;

    OrderSheet(
            Db db,
            OrderRows rows,
            RefundOrder refundOrder,
            Circles circles,
            Terms terms,
            UseCoupon useCoupon,
            PaidBy paidBy,
            Accounts accounts,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.refundOrder = refundOrder;
        this.circles = circles;
        this.terms = terms;
        this.useCoupon = useCoupon;
        this.paidBy = paidBy;
        this.accounts = accounts;
        this.clock = clock;
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
        var items = read(found.stream().limit(SIZE).toList()).stream()
                .map(order -> view(order, null, null, null, false, List.of(), List.of(), null))
                .toList();
        return new Cursor<>(
                items, found.size() > SIZE ? Ids.text(found.get(SIZE - 1).order()) : null);
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
        return view(order, null, coupon(order), payment(order), held(order), refunds(order), List.of(), invoice(order));
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
            @Nullable String coupon,
            OrderView.@Nullable Payment payment,
            boolean held,
            List<OrderView.Given> refunds,
            List<OrderView.Disputed> disputes,
            OrderView.@Nullable Invoice invoice) {
        var circle = circles.byId(order.circle()).map(Circle::face);
        var until = until(order);
        return new OrderView(
                order,
                circle.map(face -> face.name()).orElse(null),
                circle.map(face -> face.slug()).orElse(null),
                buyer,
                coupon,
                payment,
                held,
                refunds,
                disputes,
                left(order, disputes),
                mayTakeBack(order),
                until,
                invoice);
    }

    private @Nullable String coupon(Order order) {
        return order.discount().isPositive()
                ? useCoupon.name(order.circle(), order.id()).orElse(null)
                : null;
    }

    private OrderView.@Nullable Payment payment(Order order) {
        if (order.checkout() == null || !order.isPaid()) {
            return null;
        }
        var payer = accounts.card(order.account()).map(AccountCard::name).orElse("");
        return paidBy.of(order.circle(), order.checkout())
                .map(fact -> new OrderView.Payment(
                        payer, fact.way(), fact.number(), fact.byCircle(), fact.asked(), fact.words()))
                .orElse(null);
    }

    private boolean held(Order order) {
        return order.state() == Order.State.OPEN
                && order.checkout() != null
                && paidBy.isHeld(order.circle(), order.checkout());
    }

    private static Money left(Order order, List<OrderView.Disputed> disputes) {
        var lost = disputes.stream()
                .filter(one -> one.state().equals("lost")
                        && one.amount().currency().equals(order.amount().currency()))
                .map(OrderView.Disputed::amount)
                .reduce(Money.none(order.amount().currency()), Money::plus);
        return order.refundable().minus(lost);
    }

    private boolean mayTakeBack(Order order) {
        try {
            refundOrder.mayTakeBack(order);
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private @Nullable Instant until(Order order) {
        if (order.kind() != Order.Kind.JOIN || order.paidAt() == null) {
            return null;
        }
        var until =
                order.paidAt().plus(Duration.ofHours(terms.of(order.circle()).refundHours()));
        return until.isAfter(clock.instant()) ? until : null;
    }

    private List<OrderView.Given> refunds(Order order) {
        return db.sql("""
                select r.amount, r.state, r.reason, r.by_member, r.made_at, case when p.ended_by is null then null else p.reference end
                  from orders.refund r
                  left join payments.refund p on p.circle_id = r.circle_id and p.refund_id = r.refund_id
                 where r.circle_id = :circle and r.order_id = :order
                 order by r.made_at, r.refund_id
                 limit 100
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .all((row, n) -> new OrderView.Given(
                        new Money(row.getLong(1), order.amount().currency()),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        Db.instant(row, 5),
                        row.getString(6)));
    }

    private OrderView.@Nullable Invoice invoice(Order order) {
        return db.sql("""
                select title, tax_number, email, asked_at, issued_at, file, document is not null
                  from orders.invoice
                 where circle_id = :circle and order_id = :order
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .maybe((row, n) -> new OrderView.Invoice(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Db.instant(row, 4),
                        Db.maybeInstant(row, 5),
                        row.getString(6),
                        row.getBoolean(7)))
                .orElse(null);
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
        var disputes = disputes(
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
                        null,
                        null,
                        false,
                        List.of(),
                        disputes.getOrDefault(one.order().id(), List.of()),
                        null))
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
                buyer(order.circle(), order.account()),
                coupon(order),
                payment(order),
                false,
                refunds(order),
                disputes(order.circle(), List.of(order.id())).getOrDefault(order.id(), List.of()),
                invoice(order));
    }

    private Map<OrderId, List<OrderView.Disputed>> disputes(CircleId circle, List<OrderId> orders) {
        record Of(OrderId order, OrderView.Disputed dispute) {}
        return db
                .sql("""
                select order_id, amount, currency, state, opened_at, answer_by, ended_at
                  from orders.dispute
                 where circle_id = :circle and order_id = any(:orders)
                 order by opened_at, dispute_id
                 limit 500
                """)
                .with("circle", circle)
                .withIds("orders", orders)
                .all((row, n) -> new Of(
                        new OrderId(Db.uuid(row, 1)),
                        new OrderView.Disputed(
                                Money.of(row.getLong(2), row.getString(3)),
                                row.getString(4),
                                Db.instant(row, 5),
                                Db.maybeInstant(row, 6),
                                Db.maybeInstant(row, 7))))
                .stream()
                .collect(Collectors.groupingBy(Of::order, Collectors.mapping(Of::dispute, Collectors.toList())));
    }

    private @Nullable String buyer(CircleId circle, AccountId account) {
        return db.sql("select alias from members.membership where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .maybe(String.class)
                .or(() -> accounts.card(account).map(AccountCard::name))
                .orElse(null);
    }
}
