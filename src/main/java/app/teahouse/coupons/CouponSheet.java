package app.teahouse.coupons;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the coupons of a circle with what they took off, and their codes. */
@Component
class CouponSheet {
    static final int SIZE = 50;

    private final Db db;
    private final Codes codes;
    private final Plans plans;

    CouponSheet(Db db, Codes codes, Plans plans) {
        this.db = db;
        this.codes = codes;
        this.plans = plans;
    }

    /** The newest first. */
    Cursor<CouponView> page(Partner partner, @Nullable CouponId before) {
        var rows = db.sql("""
                select coupon_id, name, word, kind, percent, amount, currency, plan_id, purpose, uses_most, person_most, first_day,
                       last_day, codes, uses, state
                  from coupons.coupon
                 where circle_id = :circle
                """)
                .and(before != null, "and coupon_id < :before")
                .and(true, "order by coupon_id desc limit :most")
                .with("circle", partner.circle())
                .with("before", before)
                .with("most", SIZE + 1)
                .all((row, n) -> CouponRows.coupon(row));
        var page = Cursor.of(rows, SIZE, coupon -> Ids.text(coupon.id()));
        return new Cursor<>(views(partner.circle(), page.items()), page.next());
    }

    /** @throws Refusal {@code coupon.gone} */
    CouponView one(Partner partner, CouponId id) {
        var coupon = db.sql("""
                select coupon_id, name, word, kind, percent, amount, currency, plan_id, purpose, uses_most, person_most, first_day,
                       last_day, codes, uses, state
                  from coupons.coupon
                 where circle_id = :circle and coupon_id = :id
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .maybe((row, n) -> CouponRows.coupon(row))
                .orElseThrow(() -> Refusal.notFound("coupon.gone"));
        return views(partner.circle(), List.of(coupon)).getFirst();
    }

    private List<CouponView> views(CircleId circle, List<Coupon> coupons) {
        if (coupons.isEmpty()) {
            return List.of();
        }
        var sums = sums(circle, coupons);
        var single = single(circle, coupons);
        var named = plans.all(circle).stream().collect(Collectors.toMap(Plan::id, plan -> plan));
        return coupons.stream()
                .map(coupon -> view(
                        coupon,
                        coupon.plan() == null ? null : named.get(coupon.plan()),
                        sums.getOrDefault(coupon.id(), List.of()),
                        single.get(coupon.id())))
                .toList();
    }

    private CouponView view(Coupon coupon, @Nullable Plan plan, List<Money> takenOff, @Nullable String code) {
        return new CouponView(
                Ids.text(coupon.id()),
                coupon.name(),
                Db.name(coupon.kind()),
                coupon.percent(),
                coupon.off(),
                plan == null ? null : plan.name(),
                plan == null ? null : (Long) plan.number(),
                Db.name(coupon.purpose()),
                coupon.usesMost(),
                coupon.personMost(),
                coupon.firstDay(),
                coupon.lastDay(),
                coupon.codes(),
                coupon.uses(),
                coupon.on(),
                takenOff,
                code);
    }

    private record Single(CouponId coupon, String code) {}

    /** What is typed, of coupons with one code. */
    private Map<CouponId, String> single(CircleId circle, List<Coupon> coupons) {
        var words = coupons.stream()
                .filter(coupon -> coupon.word() != null)
                .collect(Collectors.toMap(Coupon::id, coupon -> Objects.requireNonNull(coupon.word())));
        var made = db.sql(
                        "select coupon_id, number from coupons.code where circle_id = :circle and coupon_id = any(:ids)")
                .with("circle", circle)
                .withIds(
                        "ids",
                        coupons.stream()
                                .filter(coupon -> coupon.codes() == 1 && coupon.word() == null)
                                .map(Coupon::id)
                                .toList())
                .all((row, n) -> {
                    var id = new CouponId(Db.uuid(row, 1));
                    return new Single(id, codes.of(id, row.getInt(2)));
                });
        return Stream.concat(words.entrySet().stream(), made.stream().map(one -> Map.entry(one.coupon(), one.code())))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Sum(CouponId coupon, Money money) {}

    private Map<CouponId, List<Money>> sums(CircleId circle, List<Coupon> coupons) {
        return db
                .sql("""
                select coupon_id, sum(discount), currency
                  from coupons.use
                 where circle_id = :circle and coupon_id = any(:ids) and state = 'used'
                 group by coupon_id, currency
                 order by currency
                """)
                .with("circle", circle)
                .withIds("ids", coupons.stream().map(Coupon::id).toList())
                .all((row, n) -> new Sum(new CouponId(Db.uuid(row, 1)), Money.of(row.getLong(2), row.getString(3))))
                .stream()
                .collect(Collectors.groupingBy(Sum::coupon, Collectors.mapping(Sum::money, Collectors.toList())));
    }

    /** A code and how often it was used. */
    record Line(String code, int uses) {}

    /** All codes of a coupon: there are a thousand at most. */
    List<Line> codes(Partner partner, CouponId id) {
        var word = one(partner, id).code();
        return db.sql("""
                select number, uses from coupons.code
                 where circle_id = :circle and coupon_id = :id
                 order by number
                 limit :most
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("most", CouponText.MOST_CODES)
                .all((row, n) -> new Line(word != null ? word : codes.of(id, row.getInt(1)), row.getInt(2)));
    }
}
