package app.teahouse.gifts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.orders.OrderId;
import app.teahouse.plans.Calendar;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lists presents: what a person gave, over all circles, and what a circle sold as presents. */
@Component
class GiftList {
    static final int SIZE = 30;

    private final Db db;
    private final Circles circles;
    private final Members members;
    private final Clock clock;

    GiftList(Db db, Circles circles, Members members, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.members = members;
        this.clock = clock;
    }

    private record Mine(CircleId circle, OrderId order) {}

    /** @param before the id of the last one seen, or null */
    Cursor<GiftView> mine(Person person, @Nullable OrderId before) {
        var found = db.sql("""
                select circle_id, order_id
                  from gifts.account_parcel
                 where account_id = :account and paid_at is not null
                """)
                .with("account", person.account())
                .and(before != null, """
                   and (paid_at, order_id) < (select paid_at, order_id from gifts.account_parcel
                                               where account_id = :account and order_id = :before)
                """)
                .and(true, "order by paid_at desc, order_id desc limit :most")
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> new Mine(new CircleId(Db.uuid(row, 1)), new OrderId(Db.uuid(row, 2))));
        var page = Cursor.of(found, SIZE, one -> Ids.text(one.order()));
        return new Cursor<>(read(page.items()), page.next());
    }

    /** Two statements for each circle: people give in few. */
    private List<GiftView> read(List<Mine> wanted) {
        var byCircle = wanted.stream()
                .collect(Collectors.groupingBy(Mine::circle, Collectors.mapping(Mine::order, Collectors.toList())));
        var found = new HashMap<OrderId, GiftView>();
        byCircle.forEach((circle, ids) -> views(circle, sold(circle, ids), false)
                .forEach(view -> found.put(view.parcel().order(), view)));
        return wanted.stream()
                .map(one -> found.get(one.order()))
                .filter(Objects::nonNull)
                .toList();
    }

    private record Sold(Parcel parcel, String number, Money amount, Instant paidAt) {}

    private List<Sold> sold(CircleId circle, List<OrderId> ids) {
        return db.sql("""
                select p.order_id, p.giver_id, p.giver, p.greeting, p.plan_id, p.plan_name, p.kind, p.lasts, p.last_day, p.cards,
                       e.number, e.amount, e.currency, p.paid_at
                  from gifts.parcel p
                  join orders.entry e on e.circle_id = p.circle_id and e.order_id = p.order_id
                 where p.circle_id = :circle and p.order_id = any(:ids) and p.paid_at is not null
                """)
                .with("circle", circle)
                .withIds("ids", ids)
                .all((row, n) -> new Sold(
                        GiftRows.parcel(circle, row),
                        row.getString(11),
                        Money.of(row.getLong(12), row.getString(13)),
                        Db.instant(row, 14)));
    }

    /** A circle's presents that were paid, the newest first. */
    Cursor<GiftView> of(Partner partner, @Nullable OrderId before) {
        var ids = db.sql("""
                select order_id
                  from gifts.parcel
                 where circle_id = :circle and paid_at is not null
                """)
                .with("circle", partner.circle())
                .and(before != null, """
                   and (paid_at, order_id) < (select paid_at, order_id from gifts.parcel
                                               where circle_id = :circle and order_id = :before)
                """)
                .and(true, "order by paid_at desc, order_id desc limit :most")
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> new OrderId(Db.uuid(row, 1)));
        var page = Cursor.of(ids, SIZE, Ids::text);
        var found = views(partner.circle(), sold(partner.circle(), page.items()), true).stream()
                .collect(Collectors.toMap(view -> view.parcel().order(), view -> view));
        return new Cursor<>(
                page.items().stream().map(found::get).filter(Objects::nonNull).toList(), page.next());
    }

    /** How many cards of a circle are in which state. */
    Map<String, Long> counts(Partner partner) {
        record Count(String state, long many) {}
        return db
                .sql("""
                select case when state = 'unused' and valid_until < :today then 'expired' else state end, count(*)
                  from gifts.card
                 where circle_id = :circle
                 group by 1
                """)
                .with("circle", partner.circle())
                .with("today", today(partner.circle()))
                .all((row, n) -> new Count(row.getString(1), row.getLong(2)))
                .stream()
                .collect(Collectors.toMap(Count::state, Count::many));
    }

    private List<GiftView> views(CircleId circle, List<Sold> sold, boolean forStaff) {
        var counts =
                counts(circle, sold.stream().map(one -> one.parcel().order()).toList());
        var names = forStaff ? names(circle, sold) : Map.<AccountId, MemberCard>of();
        var face = circles.byId(circle).map(Circle::face);
        return sold.stream()
                .map(one -> new GiftView(
                        one.parcel(),
                        one.number(),
                        one.amount(),
                        one.paidAt(),
                        face.map(found -> found.name()).orElse(null),
                        face.map(found -> found.slug()).orElse(null),
                        alias(names, one.parcel().giver()),
                        null,
                        counts.getOrDefault(one.parcel().order(), Map.of()),
                        List.of(),
                        null))
                .toList();
    }

    private Map<AccountId, MemberCard> names(CircleId circle, List<Sold> sold) {
        return members.cards(
                circle,
                sold.stream()
                        .map(one -> one.parcel().giver())
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()));
    }

    static @Nullable String alias(Map<AccountId, MemberCard> names, @Nullable AccountId account) {
        var card = account == null ? null : names.get(account);
        return card == null ? null : card.alias();
    }

    private Map<OrderId, Map<String, Long>> counts(CircleId circle, List<OrderId> orders) {
        record Count(OrderId order, String state, long many) {}
        var counts = new HashMap<OrderId, Map<String, Long>>();
        db.sql("""
                select order_id, case when state = 'unused' and valid_until < :today then 'expired' else state end, count(*)
                  from gifts.card
                 where circle_id = :circle and order_id = any(:ids)
                 group by 1, 2
                """)
                .with("circle", circle)
                .with("today", today(circle))
                .withIds("ids", orders)
                .all((row, n) -> new Count(new OrderId(Db.uuid(row, 1)), row.getString(2), row.getLong(3)))
                .forEach(count -> counts.computeIfAbsent(count.order(), _ -> new TreeMap<>())
                        .put(count.state(), count.many()));
        return counts;
    }

    private LocalDate today(CircleId circle) {
        return circles.byId(circle)
                .map(found -> Calendar.today(clock.instant(), found.face().zone()))
                .orElse(LocalDate.EPOCH);
    }
}
