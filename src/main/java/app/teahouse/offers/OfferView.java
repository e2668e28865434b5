package app.teahouse.offers;

import app.teahouse.kernel.Money;
import app.teahouse.plans.Plan;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a circle offers to somebody who is not in it.
 *
 * @param shown whether prices may be shown on this device at all (rules.md R12)
 * @param returns whether they were here before and their time is over
 * @param mayReturn whether they have time left, and come back for nothing
 * @param waiting whether they paid, and staff have not decided yet
 */
public record OfferView(
        String slug,
        String name,
        boolean shown,
        List<Offer> offers,
        boolean returns,
        boolean mayReturn,
        boolean waiting) {

    /**
     * @param price today, for this person
     * @param listed what it costs otherwise, or null where that is the same
     * @param last its last day, where it ends with what is paid already; else null
     * @param trialDays how long it may be tried, 0 for not
     * @param gives what is bought and until when ({@link Quote#gives})
     */
    public record Offer(
            Plan plan,
            Money price,
            @Nullable Money listed,
            @Nullable LocalDate last,
            int trialDays,
            String gives) {
        public String path() {
            return "/plans/" + plan.number();
        }
    }
}
