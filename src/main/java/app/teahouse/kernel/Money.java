package app.teahouse.kernel;

import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;

/**
 * An amount of one currency, in its minor unit: 1990 of CNY are ¥19.90, of JPY ¥1,990. Sums of parts always equal the whole; what
 * would mix currencies or overflow is an error and never a wrong number.
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

    public static Money of(long minor, String currencyCode) {
        return new Money(minor, Currency.getInstance(currencyCode));
    }

    public static Money none(Currency currency) {
        return new Money(0, currency);
    }

    public String code() {
        return currency.getCurrencyCode();
    }

    /** How many decimals people write: 2 for CNY, 0 for JPY, 3 for KWD (ISO 4217). */
    public int decimals() {
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    public boolean isPositive() {
        return minor > 0;
    }

    public boolean isZero() {
        return minor == 0;
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, same(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, same(other).minor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    public Money atMost(Money other) {
        return minor <= same(other).minor ? this : other;
    }

    /** {@code floor(this × part / whole)}, exact however large the product is. */
    public Money share(long part, long whole) {
        if (part < 0 || whole <= 0) {
            throw new IllegalArgumentException(part + " of " + whole);
        }
        var parts = BigInteger.valueOf(minor)
                .multiply(BigInteger.valueOf(part))
                .divideAndRemainder(BigInteger.valueOf(whole));
        var floor = parts[1].signum() < 0 ? parts[0].subtract(BigInteger.ONE) : parts[0];
        return new Money(floor.longValueExact(), currency);
    }

    public Money percent(int percent) {
        return share(percent, 100);
    }

    /**
     * Splits into parts in the given proportion so that nothing is lost: each part is rounded down, and what remains goes to the first.
     *
     * @param weights not negative, and not all zero
     */
    public List<Money> allocate(long... weights) {
        var whole = LongStream.of(weights).reduce(0, Math::addExact);
        var parts = new Money[weights.length];
        var rest = this;
        for (var i = 0; i < weights.length; i++) {
            parts[i] = share(weights[i], whole);
            rest = rest.minus(parts[i]);
        }
        parts[0] = parts[0].plus(rest);
        return List.of(parts);
    }

    /** @throws IllegalArgumentException if the other amount is of another currency */
    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, same(other).minor);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("Money of " + currency + " and of " + other.currency + " do not mix");
        }
        return other;
    }

    /** For logs, such as {@code 1990 CNY}; people are shown money by {@code web.Prices}. */
    @Override
    public String toString() {
        return minor + " " + code();
    }
}
