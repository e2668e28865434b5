package app.teahouse.memberships;

import app.teahouse.gateways.MeansId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.offers.OfferSheet;
import app.teahouse.offers.OfferView;
import app.teahouse.offers.QuoteOrder;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.payments.SavedMeans;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plan;
import app.teahouse.plans.PlanId;
import app.teahouse.plans.Plans;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads somebody's own time in a circle: what it is, what follows on it, and what it renews itself by. */
@Component
class PassSheet {
    private final Passes passes;
    private final Plans plans;
    private final QuoteOrder quoteOrder;
    private final OfferSheet offerSheet;
    private final SavedMeans savedMeans;
    private final NextRenewal nextRenewal;
    private final Clock clock;

    PassSheet(
            Passes passes,
            Plans plans,
            QuoteOrder quoteOrder,
            OfferSheet offerSheet,
            SavedMeans savedMeans,
            NextRenewal nextRenewal,
            Clock clock) {
        this.passes = passes;
        this.plans = plans;
        this.quoteOrder = quoteOrder;
        this.offerSheet = offerSheet;
        this.savedMeans = savedMeans;
        this.nextRenewal = nextRenewal;
        this.clock = clock;
    }

    /** @param sells whether prices may be shown to whoever asks */
    PassView of(Onlooker onlooker, Person person, boolean sells) {
        var pass = passes.of(onlooker.circle(), person.account()).orElse(null);
        var staff = onlooker.member().filter(member -> member.isStaff()).isPresent();
        var plan = plan(onlooker, pass == null ? null : pass.plan());
        var next = plan(onlooker, pass == null ? null : pass.next());
        var offers =
                sells && !staff ? offerSheet.offers(onlooker.circle(), person.account()) : List.<OfferView.Offer>of();
        var shop = sells && offerSheet.isShop(onlooker.circle());
        return new PassView(
                onlooker.face().slug(),
                onlooker.face().name(),
                pass,
                plan,
                pass == null ? null : before(onlooker, pass),
                next,
                pass != null && pass.holds(clock.instant()),
                pass != null && pass.isReadable(clock.instant()),
                sells,
                shop,
                shop
                        ? passes.priced(onlooker.circle(), person.account(), clock.instant())
                                .orElse(null)
                        : null,
                pass == null ? null : renewing(onlooker, pass, plan, next),
                offers,
                sells && pass != null ? lower(onlooker, pass, plan, offers) : List.of());
    }

    private @Nullable Plan plan(Onlooker onlooker, @Nullable PlanId id) {
        return id == null ? null : plans.byId(onlooker.circle(), id).orElse(null);
    }

    private PassView.@Nullable Before before(Onlooker onlooker, Pass pass) {
        var today = Calendar.today(clock.instant(), onlooker.face().zone());
        return Passes.current(passes.pieces(pass.circle(), pass.account()), today)
                .filter(piece -> piece.span().last() != null && !Objects.equals(piece.plan(), pass.plan()))
                .map(piece -> new PassView.Before(
                        plan(onlooker, piece.plan()),
                        Objects.requireNonNull(piece.span().last())))
                .orElse(null);
    }

    /**
     * A renewal that happens by itself is early, and costs what an early one does. Where it came too late to be announced before the end,
     * or the card was declined, it goes on after the end.
     */
    private PassView.@Nullable Renewing renewing(
            Onlooker onlooker, Pass pass, @Nullable Plan plan, @Nullable Plan next) {
        var last = pass.span().last();
        if (last == null || plan == null || !plan.automatic()) {
            return null;
        }
        var known = nextRenewal.of(pass, clock.instant());
        var goesOn = pass.automatic() && (known.chargedAt() != null || known.triedAt() != null);
        if (!goesOn && (onlooker.member().isEmpty() || !pass.mayRenewItself(clock.instant()))) {
            return null;
        }
        var follows = next == null ? plan : next;
        return new PassView.Renewing(
                pass.automatic(),
                quoteOrder.renewalPrice(pass, follows, last),
                card(pass.circle(), pass.account()).map(SavedMeans.Card::label).orElse(null),
                pass.endsAt(),
                known);
    }

    /** The card that renews somebody's time, while it is kept. */
    Optional<SavedMeans.Card> card(CircleId circle, AccountId account) {
        return passes.means(circle, account).flatMap(means -> savedMeans.find(account, new MeansId(means)));
    }

    /** What can be bought at once stands among the offers, and only there. */
    private List<Plan> lower(Onlooker onlooker, Pass pass, @Nullable Plan plan, List<OfferView.Offer> offers) {
        if (plan == null || !pass.holds(clock.instant())) {
            return List.of();
        }
        return plans.onSale(onlooker.circle()).stream()
                .filter(other -> plan.mayBeFollowedBy(other, pass.span().last()))
                .filter(other -> !Objects.equals(other.id(), pass.next()))
                .filter(other ->
                        offers.stream().noneMatch(offer -> offer.plan().id().equals(other.id())))
                .toList();
    }
}
