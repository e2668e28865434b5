package app.teahouse.payouts;

import app.teahouse.kernel.Money;
import java.time.YearMonth;
import java.util.List;

/**
 * What a circle earned in one currency.
 *
 * @param today paid today, in the circle's days
 * @param held not yet to be paid out
 * @param onItsWay asked for and not yet there
 * @param outside what the circle got itself, ever, less what went back
 * @param owed to the site
 * @param months the newest first
 */
public record Earnings(
        Money today,
        Money held,
        Money available,
        Money onItsWay,
        Money outside,
        Money disputed,
        Money owed,
        List<Month> months,
        List<ByPlan> plans) {

    /**
     * @param orders how many were paid
     * @param refunded of what was paid in this month, whenever it went back
     */
    public record Month(YearMonth month, long orders, Money paid, Money refunded) {}

    /** @param number the plan's */
    public record ByPlan(long number, String title, long orders, Money paid, Money refunded) {}

    public Money mayBePaidOut() {
        var rest = available.minus(owed.atMost(available));
        return rest.minor() < 0 ? Money.none(rest.currency()) : rest;
    }
}
