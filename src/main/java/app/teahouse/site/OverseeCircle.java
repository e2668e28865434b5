package app.teahouse.site;

import app.teahouse.circles.Circles;
import app.teahouse.circles.DecideListing;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator lets a circle into discovery or keeps it out, and says why. */
@Component
class OverseeCircle {
    private final Circles circles;
    private final DecideListing decideListing;
    private final Deeds deeds;

    OverseeCircle(Circles circles, DecideListing decideListing, Deeds deeds) {
        this.circles = circles;
        this.decideListing = decideListing;
        this.deeds = deeds;
    }

    @Transactional
    void list(Operator operator, CircleId circle) {
        decide(operator, circle, true, "");
    }

    @Transactional
    void unlist(Operator operator, CircleId circle, @Nullable String reason) {
        new Faults().text("reason", reason, 300).refuse();
        decide(operator, circle, false, String.valueOf(reason));
    }

    private void decide(Operator operator, CircleId circle, boolean listed, String reason) {
        var name = circles.fresh(circle)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .name();
        decideListing.decide(operator, circle, listed);
        deeds.note(operator, listed ? Deeds.Kind.LIST : Deeds.Kind.UNLIST, name, circle.value(), reason);
    }
}
