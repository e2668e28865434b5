package app.teahouse.site;

import app.teahouse.circles.Circles;
import app.teahouse.circles.DecideListing;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.openings.Openings;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator lets a circle into discovery or keeps it out, and says why. */
@Component
class OverseeCircle {
    private final Circles circles;
    private final DecideListing decideListing;
    private final Openings openings;
    private final Deeds deeds;

    OverseeCircle(Circles circles, DecideListing decideListing, Openings openings, Deeds deeds) {
        this.circles = circles;
        this.decideListing = decideListing;
        this.openings = openings;
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

    /** Lets the operator read in a circle for an hour; answers its address. */
    @Transactional
    String open(Operator operator, CircleId circle, @Nullable String reason) {
        var found = circles.fresh(circle).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        openings.open(operator, circle, Objects.requireNonNullElse(reason, ""));
        deeds.note(operator, Deeds.Kind.OPEN, found.name(), circle.value(), String.valueOf(reason));
        return found.slug();
    }

    private void decide(Operator operator, CircleId circle, boolean listed, String reason) {
        var name = circles.fresh(circle)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .name();
        decideListing.decide(operator, circle, listed, reason);
        deeds.note(operator, listed ? Deeds.Kind.LIST : Deeds.Kind.UNLIST, name, circle.value(), reason);
    }
}
