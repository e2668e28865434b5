package app.teahouse.offers;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Enrol;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderRows;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import app.teahouse.till.Storefront;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody can buy at the door of a circle. */
@Component
public class OfferSheet {
    private final Plans plans;
    private final Passes passes;
    private final QuoteOrder quoteOrder;
    private final OrderRows rows;
    private final Enrol enrol;
    private final Storefront storefront;
    private final Circles circles;
    private final Clock clock;

    OfferSheet(
            Plans plans,
            Passes passes,
            QuoteOrder quoteOrder,
            OrderRows rows,
            Enrol enrol,
            Storefront storefront,
            Circles circles,
            Clock clock) {
        this.plans = plans;
        this.passes = passes;
        this.quoteOrder = quoteOrder;
        this.rows = rows;
        this.enrol = enrol;
        this.storefront = storefront;
        this.circles = circles;
        this.clock = clock;
    }

    OfferView of(Onlooker onlooker, HttpServletRequest request) {
        var account =
                onlooker.visitor().person().map(person -> person.account()).orElse(null);
        var pass = account == null ? Optional.<Pass>empty() : passes.of(onlooker.circle(), account);
        var visible = storefront.here(request).sells();
        var before = account == null ? Enrol.Before.NOTHING : enrol.before(onlooker.circle(), account);
        return new OfferView(
                onlooker.face().slug(),
                onlooker.face().name(),
                visible,
                visible && !onlooker.face().archived() && before != Enrol.Before.REMOVED
                        ? offers(onlooker.circle(), account)
                        : List.of(),
                before == Enrol.Before.EXPIRED || isJustOver(onlooker, before),
                before != Enrol.Before.REMOVED
                        && pass.filter(one -> one.holds(clock.instant())).isPresent(),
                account == null || !visible
                        ? null
                        : passes.priced(onlooker.circle(), account, clock.instant())
                                .orElse(null),
                account != null
                        && rows.only(onlooker.circle(), account, Order.State.WAITING)
                                .isPresent());
    }

    /** Their time is over, and {@code LapsePasses} has not written it down yet. */
    private static boolean isJustOver(Onlooker onlooker, Enrol.Before before) {
        return before == Enrol.Before.ACTIVE && onlooker.member().isEmpty();
    }

    /** Whether a circle sells anything, to anybody. */
    public boolean isShop(CircleId circle) {
        return circles.byId(circle)
                        .filter(one -> one.state() == Circle.State.ACTIVE && one.price() == Circle.Price.PAID)
                        .isPresent()
                && !plans.onSale(circle).isEmpty();
    }

    public List<OfferView.Offer> offers(CircleId circle, @Nullable AccountId account) {
        return plans.onSale(circle).stream()
                .flatMap(plan -> offer(circle, account, plan).stream())
                .toList();
    }

    private Optional<OfferView.Offer> offer(CircleId circle, @Nullable AccountId account, Plan plan) {
        try {
            var quote = quoteOrder.quote(circle, account, plan);
            return Optional.of(new OfferView.Offer(
                    plan,
                    quote.amount(),
                    quote.discount().isPositive() ? quote.listed() : null,
                    quote.kind() == Order.Kind.UPGRADE ? quote.span().last() : null,
                    quote.trialDays(),
                    quote.gives()));
        } catch (Refusal refusal) {
            return Optional.empty();
        }
    }
}
