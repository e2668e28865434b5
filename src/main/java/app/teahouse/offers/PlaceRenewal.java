package app.teahouse.offers;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.Pass;
import app.teahouse.plans.Plan;
import app.teahouse.plans.PlanId;
import app.teahouse.plans.Plans;
import app.teahouse.questions.Replies;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An order that nobody places: a membership renews itself, by the plan its member chose to follow on, or by the same. */
@Component
public class PlaceRenewal {
    private final PlaceOrder placeOrder;
    private final QuoteOrder quoteOrder;
    private final Plans plans;
    private final Circles circles;

    PlaceRenewal(PlaceOrder placeOrder, QuoteOrder quoteOrder, Plans plans, Circles circles) {
        this.placeOrder = placeOrder;
        this.quoteOrder = quoteOrder;
        this.plans = plans;
        this.circles = circles;
    }

    /**
     * The same open order, if there is one.
     *
     * @throws Refusal those of {@link QuoteOrder}; {@code circle.free}
     */
    @Transactional
    public PlaceOrder.Placed place(Pass pass) {
        var circle = circles.fresh(pass.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.conflict("circle.free");
        }
        var plan = plan(pass);
        return placeOrder.place(circle, pass.account(), new PlaceOrder.Wish(plan.number(), Replies.NONE, null, null));
    }

    /**
     * What it will cost on a day.
     *
     * @throws Refusal {@code plan.unknown}
     */
    public Money price(Pass pass, LocalDate day) {
        return quoteOrder.renewalPrice(pass, plan(pass), day);
    }

    private Plan plan(Pass pass) {
        PlanId id = pass.next() != null ? pass.next() : Objects.requireNonNull(pass.plan());
        return plans.byId(pass.circle(), id).orElseThrow(() -> Refusal.notFound("plan.unknown"));
    }
}
