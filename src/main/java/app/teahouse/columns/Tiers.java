package app.teahouse.columns;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows the tiers of a circle's plans, as far as columns ask for one. */
@Component
class Tiers {
    private final Circles circles;
    private final Plans plans;

    Tiers(Circles circles, Plans plans) {
        this.circles = circles;
        this.plans = plans;
    }

    /** Where nothing is paid, nobody's plan is too small. */
    boolean count(CircleId circle) {
        return circles.byId(circle)
                .filter(known -> known.price() == Circle.Price.PAID)
                .isPresent();
    }

    /** Those above the least one, with the names of their plans: to the least, all members have come. Empty where there is one alone. */
    Map<Integer, String> choices(CircleId circle) {
        if (!count(circle)) {
            return Map.of();
        }
        var names = new TreeMap<>(offered(circle).stream()
                .collect(Collectors.groupingBy(Plan::tier, Collectors.mapping(Plan::name, Collectors.joining(" · ")))));
        names.pollFirstEntry();
        return names;
    }

    /** Whether there is a plan that opens it; 0 is for all members. */
    boolean exists(CircleId circle, int least) {
        return least == 0 || (least > 0 && offered(circle).stream().anyMatch(plan -> plan.tier() >= least));
    }

    private List<Plan> offered(CircleId circle) {
        return plans.all(circle).stream()
                .filter(plan -> plan.state() != Plan.State.WITHDRAWN)
                .toList();
    }

    /** @return null where the column is for all members, or nothing is paid */
    @Nullable
    TierView view(CircleId circle, int least, @Nullable String plan) {
        return least > 0 && count(circle) ? new TierView(least, plan) : null;
    }
}
