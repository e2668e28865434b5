package app.teahouse.plans;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Surface;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One offer of a circle. Whoever bought it keeps what they paid for, whatever is changed later: an order remembers the price.
 *
 * @param number within the circle, for its address
 * @param tier which of two plans is more, from 1 to 9: an upgrade goes to a higher one, and columns may ask for a least one
 * @param trialDays how long it may be tried for nothing, or 0
 * @param freeFrom the first and {@code freeUntil} the last day on which joining costs nothing, or null
 * @param automatic whether members may let it renew itself
 * @param closes where its members may not speak
 */
public record Plan(
        CircleId circle,
        PlanId id,
        long number,
        String name,
        String promise,
        int tier,
        Period period,
        Money price,
        Percents percents,
        int trialDays,
        @Nullable LocalDate freeFrom,
        @Nullable LocalDate freeUntil,
        boolean automatic,
        Set<Surface> closes,
        State state) {

    public enum State {
        DRAFT,
        ON_SALE,
        WITHDRAWN
    }

    /** What a renewal costs, in percent of the price: 50 to 100. */
    public record Percents(int early, int soon, int late) {
        public static final Percents FULL = new Percents(100, 100, 100);

        int of(Renewal renewal) {
            return switch (renewal) {
                case EARLY -> early;
                case SOON -> soon;
                case LATE -> late;
            };
        }
    }

    /** Whether somebody can join by it on this day. */
    public boolean isOnSale(LocalDate today) {
        return state == State.ON_SALE && !(period instanceof Period.Until(var last) && today.isAfter(last));
    }

    /** Whether somebody who has this one until {@code last} may choose that the other follows on then. */
    public boolean mayBeFollowedBy(Plan other, @Nullable LocalDate last) {
        var over = last != null && other.period instanceof Period.Until(var day) && !day.isAfter(last);
        return period.returns() && other.tier <= tier && !other.id.equals(id) && !over;
    }

    public boolean isFree(LocalDate today) {
        return freeFrom != null && freeUntil != null && !today.isBefore(freeFrom) && !today.isAfter(freeUntil);
    }

    public Money joiningPrice(LocalDate today) {
        return isFree(today) ? Money.none(price.currency()) : price;
    }

    public Money renewalPrice(LocalDate last, LocalDate today) {
        return price.percent(percents.of(Renewal.at(last, today)));
    }

    /**
     * What it costs to change to this plan in the middle of paid time: the difference for the days left, rounded down.
     * {@code left × (price/days of this − paid/days of what they have)}; a plan with an end of
     * its own, or none, costs its price less what is unused.
     *
     * @param paid for the time they have
     * @param had the time they have
     */
    public Money upgradePrice(Money paid, Calendar.Span had, LocalDate today) {
        return upgradeWith(had.unused(paid, today), had, today);
    }

    /** @param unused what of all that was paid is for days still to come */
    public Money upgradeWith(Money unused, Calendar.Span had, LocalDate today) {
        var left = had.daysLeft(today);
        if (period.hasOwnEnd()) {
            return atLeastNothing(price.minus(unused));
        }
        var days = Calendar.begin(period, today).days();
        return days <= 0
                ? Money.none(price.currency())
                : atLeastNothing(price.share(left, days).minus(unused));
    }

    /** The same at another price. */
    public Plan at(Money other) {
        return new Plan(
                circle, id, number, name, promise, tier, period, other, percents, trialDays, freeFrom, freeUntil,
                automatic, closes, state);
    }

    /** The same, lasting as long as it did when it was bought. */
    public Plan lasting(Period bought) {
        return new Plan(
                circle, id, number, name, promise, tier, bought, price, percents, trialDays, freeFrom, freeUntil,
                automatic, closes, state);
    }

    private static Money atLeastNothing(Money money) {
        return money.minor() < 0 ? Money.none(money.currency()) : money;
    }
}
