package app.teahouse.payouts;

import app.teahouse.treasury.MoneyRules;
import java.util.Currency;
import java.util.function.Function;

/**
 * What the page of payouts says before the button.
 *
 * @param owner whether the reader may ask; partners say yes to large sums
 * @param partner whether there is a partner who has to
 * @param settleDays after how many days income can be paid out
 */
public record PayoutRules(
        boolean owner, boolean partner, int settleDays, Function<Currency, MoneyRules.Bounds> bounds) {}
