package app.teahouse.coupons;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * An order takes a use of a coupon when it is placed, keeps it when it is paid, and gives it back when it comes to nothing or all of its
 * money goes back. A coupon's row is a counter ({@link Counters}): the transaction locks it last.
 */
@Component
public class UseCoupon {
    private final Db db;
    private final Counters counters;
    private final Clock clock;

    UseCoupon(Db db, Counters counters, Clock clock) {
        this.db = db;
        this.counters = counters;
        this.clock = clock;
    }

    /** What its owner called the coupon that an order was placed with, for whoever reads the order. */
    public Optional<String> name(CircleId circle, Id order) {
        return db.sql("""
                select c.name
                  from coupons.use u
                  join coupons.coupon c on c.circle_id = u.circle_id and c.coupon_id = u.coupon_id
                 where u.circle_id = :circle and u.order_id = :order
                """).with("circle", circle).with("order", order).maybe(String.class);
    }

    /** @throws Refusal {@code coupon.used-up}, {@code coupon.used-already}, {@code coupon.over} */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(CircleId circle, Id order, AccountId account, Discount discount) {
        counters.lock(circle, discount.coupon());
        var personMost = count(circle, discount);
        var own = db.sql("""
                select count(*) from coupons.use
                 where circle_id = :circle and coupon_id = :coupon and account_id = :account and state <> 'released'
                """)
                .with("circle", circle)
                .with("coupon", discount.coupon())
                .with("account", account)
                .one(Long.class);
        if (own >= personMost) {
            throw CheckCode.no("coupon.used-already");
        }
        db.sql("""
                insert into coupons.use
                       (circle_id, order_id, coupon_id, number, account_id, discount, currency, state, made_at)
                values (:circle, :order, :coupon, :number, :account, :discount, :currency, 'reserved', :now)
                """)
                .with("circle", circle)
                .with("order", order)
                .with("coupon", discount.coupon())
                .with("number", discount.number())
                .with("account", account)
                .with("discount", discount.amount().minor())
                .with("currency", discount.amount().code())
                .with("now", clock.instant())
                .run();
    }

    /** Counts one more, of the coupon first and of the code then; from here on nobody else counts until this transaction ends. */
    private long count(CircleId circle, Discount discount) {
        var personMost = db.sql("""
                update coupons.coupon set uses = uses + 1
                 where circle_id = :circle and coupon_id = :coupon and state = 'on'
                   and (uses_most is null or uses < uses_most)
                returning coalesce(person_most, 2147483647)
                """)
                .with("circle", circle)
                .with("coupon", discount.coupon())
                .maybe(Long.class)
                .orElseThrow(() -> CheckCode.no("coupon.used-up"));
        var counted = db.sql("""
                update coupons.code set uses = uses + 1
                 where circle_id = :circle and coupon_id = :coupon and number = :number
                   and (uses_most is null or uses < uses_most)
                """)
                .with("circle", circle)
                .with("coupon", discount.coupon())
                .with("number", discount.number())
                .run();
        if (counted == 0) {
            throw CheckCode.no("coupon.used-up");
        }
        return personMost;
    }

    /** @param asPromised false where a person accepted another sum: then the coupon took nothing off */
    @Transactional(propagation = Propagation.MANDATORY)
    public void paid(CircleId circle, Id order, boolean asPromised) {
        db.sql("""
                update coupons.use
                   set state = 'used', ended_at = :now, discount = case when :promised then discount else 0 end
                 where circle_id = :circle and order_id = :order and state = 'reserved'
                """)
                .with("circle", circle)
                .with("order", order)
                .with("promised", asPromised)
                .with("now", clock.instant())
                .run();
    }

    private record Released(CouponId coupon, int number) {}

    /** Twice is as once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void release(CircleId circle, Id order) {
        db.sql("""
                update coupons.use
                   set state = 'released', ended_at = :now
                 where circle_id = :circle and order_id = :order and state <> 'released'
                returning coupon_id, number
                """)
                .with("circle", circle)
                .with("order", order)
                .with("now", clock.instant())
                .maybe((row, n) -> new Released(new CouponId(Db.uuid(row, 1)), row.getInt(2)))
                .ifPresent(one -> counters.takeOffLater(circle, one.coupon(), one.number()));
    }
}
