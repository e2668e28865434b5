package app.teahouse.coupons;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * How often coupons and codes are in use. These rows are the last that a transaction locks, and it locks them in the order of their ids:
 * what it gives back is taken off them before it takes another use, or when it ends. So two who change their coupons for each other's,
 * or one who places and one who refunds, never wait for each other in a circle.
 */
@Component
class Counters {
    private final Db db;

    Counters(Db db) {
        this.db = db;
    }

    private record Released(CircleId circle, CouponId coupon, int number) {}

    /** One less, once this transaction has done everything else. */
    void takeOffLater(CircleId circle, CouponId coupon, int number) {
        released().add(new Released(circle, coupon, number));
    }

    @SuppressWarnings("unchecked") // nobody else binds anything under this key
    private List<Released> released() {
        var known = (List<Released>) TransactionSynchronizationManager.getResource(this);
        return known == null ? begin() : known;
    }

    private List<Released> begin() {
        var released = new ArrayList<Released>();
        TransactionSynchronizationManager.bindResource(this, released);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void suspend() {
                TransactionSynchronizationManager.unbindResource(Counters.this);
            }

            @Override
            public void resume() {
                TransactionSynchronizationManager.bindResource(Counters.this, released);
            }

            @Override
            public void beforeCommit(boolean readOnly) {
                settle(released, null);
            }

            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Counters.this);
            }
        });
        return released;
    }

    /** Locks the coupon of which a use is taken now, together with those of what this transaction gave back, and takes these off. */
    void lock(CircleId circle, CouponId taken) {
        settle(released(), new Coupon(circle, taken));
    }

    private record Coupon(CircleId circle, CouponId id) {}

    private void settle(List<Released> released, @Nullable Coupon taken) {
        Stream.concat(released.stream().map(one -> new Coupon(one.circle(), one.coupon())), Stream.ofNullable(taken))
                .distinct()
                .sorted(Comparator.comparing(one -> Ids.text(one.id())))
                .forEach(this::lock);
        released.forEach(this::takeOff);
        released.clear();
    }

    private void lock(Coupon coupon) {
        db.sql("select 1 from coupons.coupon where circle_id = :circle and coupon_id = :coupon for no key update")
                .with("circle", coupon.circle())
                .with("coupon", coupon.id())
                .exists();
    }

    private void takeOff(Released one) {
        db.sql("update coupons.coupon set uses = uses - 1 where circle_id = :circle and coupon_id = :coupon")
                .with("circle", one.circle())
                .with("coupon", one.coupon())
                .run();
        db.sql("""
                update coupons.code set uses = uses - 1
                 where circle_id = :circle and coupon_id = :coupon and number = :number
                """)
                .with("circle", one.circle())
                .with("coupon", one.coupon())
                .with("number", one.number())
                .run();
    }
}
