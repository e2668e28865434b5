package app.teahouse.stripe;

import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import java.util.Locale;
import java.util.Set;

/**
 * Money as Stripe counts it: in the smallest unit, but not always in the one of ISO 4217.
 *
 * @param units as in Stripe's fields {@code amount}
 * @param currency in lower case
 */
record StripeAmount(long units, String currency) {
    /** Written with two decimals that have to be zero, though nobody uses decimals any more. */
    private static final Set<String> STILL_TWO = Set.of("ISK", "UGX");
    /** Two decimals in ISO 4217 and none at Stripe. */
    private static final Set<String> NONE_HERE = Set.of("MGA");

    /** @throws Refusal {@code stripe.amount-uneven} where the amount is finer than Stripe can take */
    static StripeAmount of(Money money) {
        var minor = money.minor();
        if (STILL_TWO.contains(money.code())) {
            return new StripeAmount(Math.multiplyExact(minor, 100L), lower(money.code()));
        }
        if (NONE_HERE.contains(money.code())) {
            return new StripeAmount(even(money, 100) / 100, lower(money.code()));
        }
        if (money.decimals() == 3) {
            return new StripeAmount(even(money, 10), lower(money.code()));
        }
        return new StripeAmount(minor, lower(money.code()));
    }

    Money money() {
        var code = currency.toUpperCase(Locale.ROOT);
        if (STILL_TWO.contains(code)) {
            if (units % 100 != 0) {
                throw new ArithmeticException(units + " " + code + " from Stripe is not whole");
            }
            return Money.of(units / 100, code);
        }
        return Money.of(NONE_HERE.contains(code) ? Math.multiplyExact(units, 100L) : units, code);
    }

    private static long even(Money money, int step) {
        if (money.minor() % step != 0) {
            throw Refusal.conflict("stripe.amount-uneven").with("currency", money.code());
        }
        return money.minor();
    }

    private static String lower(String code) {
        return code.toLowerCase(Locale.ROOT);
    }
}
