package app.teahouse.coupons;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.PlanId;
import app.teahouse.security.Limits;
import java.time.Duration;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a code that somebody typed takes off, or why it does not. Nothing is promised before {@link UseCoupon}. */
@Component
public class CheckCode {
    private static final int TRIES = 20;
    private static final Duration PER = Duration.ofMinutes(10);

    private final Db db;
    private final Codes codes;
    private final Limits limits;

    CheckCode(Db db, Codes codes, Limits limits) {
        this.db = db;
        this.codes = codes;
        this.limits = limits;
    }

    /** What is bought. */
    public enum Buying {
        JOIN,
        RENEW,
        /** Of which coupons take nothing off. */
        OTHER
    }

    /**
     * @param account null for a visitor
     * @param price after whatever else takes something off
     */
    public record Wish(
            CircleId circle, @Nullable AccountId account, PlanId plan, Buying buying, Money price, LocalDate today) {}

    /** Whether there is anything to type here. */
    public boolean any(CircleId circle) {
        return db.sql("select 1 from coupons.coupon where circle_id = :circle and state = 'on' limit 1")
                .with("circle", circle)
                .exists();
    }

    private record Found(Coupon coupon, int number, boolean spent) {}

    /**
     * What the same person holds for an order that is not paid does not stand in the way: it makes room.
     *
     * @param who whose tries are counted: an account's id or an address
     * @throws Refusal {@code coupon.unknown}, {@code coupon.over}, {@code coupon.not-yet}, {@code coupon.used-up},
     *     {@code coupon.not-for-plan}, {@code coupon.not-for-this}, {@code coupon.used-already}, {@code coupon.not-needed},
     *     {@code site.too-often}
     */
    public Discount check(Wish wish, String typed, String who) {
        limits.take("coupon", who, TRIES, PER);
        var found = find(wish.circle(), typed);
        var coupon = found.coupon();
        var last = coupon.lastDay();
        if (!coupon.on() || (last != null && wish.today().isAfter(last))) {
            throw no("coupon.over");
        }
        var first = coupon.firstDay();
        if (first != null && wish.today().isBefore(first)) {
            throw no("coupon.not-yet");
        }
        if (coupon.plan() != null && !coupon.plan().equals(wish.plan())) {
            throw no("coupon.not-for-plan");
        }
        if (!isFor(coupon.purpose(), wish.buying())) {
            throw no("coupon.not-for-this");
        }
        countUses(found, wish);
        if (wish.price().isZero()) {
            throw no("coupon.not-needed");
        }
        var discount = coupon.discount(wish.price());
        if (discount.isZero()) {
            throw no("coupon.not-for-plan");
        }
        return new Discount(coupon.id(), found.number(), coupon.name(), discount);
    }

    static Refusal no(String code) {
        return Refusal.invalid("code", code);
    }

    private static boolean isFor(Coupon.Purpose purpose, Buying buying) {
        return switch (buying) {
            case JOIN -> purpose != Coupon.Purpose.RENEW;
            case RENEW -> purpose != Coupon.Purpose.JOIN;
            case OTHER -> false;
        };
    }

    private Found find(CircleId circle, String typed) {
        return db.sql("""
                select c.coupon_id, c.name, c.word, c.kind, c.percent, c.amount, c.currency, c.plan_id, c.purpose, c.uses_most,
                       c.person_most, c.first_day, c.last_day, c.codes, c.uses, c.state, k.number, k.uses >= k.uses_most
                  from coupons.code k
                  join coupons.coupon c on c.circle_id = k.circle_id and c.coupon_id = k.coupon_id
                 where k.circle_id = :circle and k.claim = decode(:claim, 'hex')
                """)
                .with("circle", circle)
                .with("claim", codes.claim(typed))
                .maybe((row, n) -> new Found(CouponRows.coupon(row), row.getInt(17), row.getBoolean(18)))
                .orElseThrow(() -> no("coupon.unknown"));
    }

    private record Own(int used, int held, int heldOfCode) {}

    private void countUses(Found found, Wish wish) {
        var own = wish.account() == null ? new Own(0, 0, 0) : own(found, wish.circle(), wish.account());
        var coupon = found.coupon();
        if (coupon.personMost() != null && own.used() >= coupon.personMost()) {
            throw no("coupon.used-already");
        }
        var over = coupon.usesMost() != null && coupon.uses() - own.held() >= coupon.usesMost();
        if (over || (found.spent() && own.heldOfCode() == 0)) {
            throw no("coupon.used-up");
        }
    }

    private Own own(Found found, CircleId circle, AccountId account) {
        return db.sql("""
                select count(*) filter (where state = 'used'), count(*) filter (where state = 'reserved'),
                       count(*) filter (where state = 'reserved' and number = :number)
                  from coupons.use
                 where circle_id = :circle and coupon_id = :coupon and account_id = :account and state <> 'released'
                """)
                .with("circle", circle)
                .with("coupon", found.coupon().id())
                .with("account", account)
                .with("number", found.number())
                .one((row, n) -> new Own(row.getInt(1), row.getInt(2), row.getInt(3)));
    }
}
