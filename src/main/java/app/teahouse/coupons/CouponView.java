package app.teahouse.coupons;

import app.teahouse.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coupon as its owner reads it.
 *
 * @param percent 0 but for {@code percent}
 * @param off null but for {@code fixed}
 * @param planName the one it is for, or null for all
 * @param takenOff by orders that were paid, one sum for each currency
 * @param code what is typed, where there is one code
 */
public record CouponView(
        String key,
        String name,
        String kind,
        int percent,
        @Nullable Money off,
        @Nullable String planName,
        @Nullable Long plan,
        String purpose,
        @Nullable Integer usesMost,
        @Nullable Integer personMost,
        @Nullable LocalDate firstDay,
        @Nullable LocalDate lastDay,
        int codes,
        int uses,
        boolean on,
        List<Money> takenOff,
        @Nullable String code) {}
