package app.teahouse.coupons;

import app.teahouse.kernel.Money;
import app.teahouse.plans.PlanId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a coupon takes off, of what, and how often.
 *
 * @param name for the staff; buyers read it on their order
 * @param word what its owner chose to be typed, or null where the codes are made up
 * @param percent what is taken off, for {@link Kind#PERCENT}, else 0
 * @param off what is taken off, for {@link Kind#FIXED}, else null
 * @param plan the one it is for, or null for all
 * @param usesMost how often all codes together may be used, or null
 * @param personMost how often one person may use it, or null
 * @param codes how many there are. Where there are several, each can be used once
 * @param uses by orders that are open or paid
 */
record Coupon(
        CouponId id,
        String name,
        @Nullable String word,
        Kind kind,
        int percent,
        @Nullable Money off,
        @Nullable PlanId plan,
        Purpose purpose,
        @Nullable Integer usesMost,
        @Nullable Integer personMost,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int codes,
        int uses,
        boolean on) {

    /** How it takes something off. */
    enum Kind {
        FIXED,
        PERCENT,
        FULL
    }

    /** What for. */
    enum Purpose {
        BOTH,
        JOIN,
        RENEW
    }

    /** What remains is rounded down and never below nothing, so a buyer never pays a part of a cent more than was promised. */
    Money discount(Money price) {
        return switch (kind) {
            case FULL -> price;
            case PERCENT -> price.minus(price.percent(100 - percent));
            case FIXED ->
                off == null || !off.currency().equals(price.currency())
                        ? Money.none(price.currency())
                        : off.atMost(price);
        };
    }
}
