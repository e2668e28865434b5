package app.teahouse.memberships;

import app.teahouse.kernel.Money;
import app.teahouse.offers.OfferView;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Plan;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own time in a circle.
 *
 * @param pass null for staff and others who need none
 * @param plan by which they have it
 * @param before what is open until {@code plan} follows on, where that is another; or null
 * @param next what follows on at the end instead, or null
 * @param gives whether the circle sells anything, for oneself or as a present
 * @param shown whether prices may be shown on this device at all (rules.md R12)
 * @param priced why they are out who were in for nothing, or null
 * @param renewing null where it cannot renew itself
 * @param lower plans they can change to at the end
 */
public record PassView(
        String slug,
        String name,
        @Nullable Pass pass,
        @Nullable Plan plan,
        @Nullable Before before,
        @Nullable Plan next,
        boolean holds,
        boolean readable,
        boolean shown,
        boolean gives,
        Passes.@Nullable Priced priced,
        @Nullable Renewing renewing,
        List<OfferView.Offer> offers,
        List<Plan> lower) {

    /** @param plan null for time without one */
    public record Before(@Nullable Plan plan, LocalDate last) {}

    /**
     * @param automatic whether it renews itself
     * @param price what is charged then
     * @param card by which its owner knows what it is charged to; null where none is kept
     * @param endsAt the first moment without it
     */
    public record Renewing(
            boolean automatic,
            Money price,
            @Nullable String card,
            @Nullable Instant endsAt,
            NextRenewal.Next known) {

        /** Whether the time is over before anything may be charged. */
        public boolean isLate() {
            return endsAt != null
                    && known.chargedAt() != null
                    && !known.chargedAt().isBefore(endsAt);
        }
    }

    /** Where the plan that somebody has is renewed by hand, or null where it isn't sold. */
    public @Nullable String renewPath() {
        var has = plan;
        return offers.stream()
                .filter(offer -> has != null && offer.plan().id().equals(has.id()))
                .map(OfferView.Offer::path)
                .findFirst()
                .orElse(null);
    }
}
