package app.teahouse.site;

import app.teahouse.circles.Circles;
import app.teahouse.circles.DecideListing;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import app.teahouse.log.Impartial;
import app.teahouse.members.Involvement;
import app.teahouse.openings.Openings;
import app.teahouse.verdicts.KeptOut;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An operator lets a circle into discovery or keeps it out, and says why. */
@Component
class OverseeCircle {
    private final Circles circles;
    private final DecideListing decideListing;
    private final KeptOut keptOut;
    private final Involvement involvement;
    private final Impartial impartial;
    private final Openings openings;
    private final Deeds deeds;

    OverseeCircle(
            Circles circles,
            DecideListing decideListing,
            KeptOut keptOut,
            Involvement involvement,
            Impartial impartial,
            Openings openings,
            Deeds deeds) {
        this.circles = circles;
        this.decideListing = decideListing;
        this.keptOut = keptOut;
        this.involvement = involvement;
        this.impartial = impartial;
        this.openings = openings;
        this.deeds = deeds;
    }

    /**
     * @param alone whether the operator says that they are in the circle, and nobody else can decide
     * @throws Refusal {@code circle.unknown}, {@code circle.kept-out}, {@code verdict.own-circle}, {@code verdict.alone}
     */
    @Transactional
    void list(Operator operator, CircleId circle, boolean alone) {
        decide(operator, circle, true, "", alone);
    }

    /** @see #list */
    @Transactional
    void unlist(Operator operator, CircleId circle, @Nullable String reason, boolean alone) {
        new Faults().text("reason", reason, 300).refuse();
        decide(operator, circle, false, String.valueOf(reason), alone);
    }

    /** How near the operator is to those circles in which they are. */
    Map<CircleId, Involvement.Of> nearness(Operator operator, Collection<CircleId> all) {
        return involvement.of(operator, all);
    }

    /** Those which a decision keeps out. */
    Set<CircleId> keptOut(Operator operator, Collection<CircleId> all) {
        return keptOut.among(operator, all);
    }

    /** Lets the operator read in a circle for an hour; answers its address. */
    @Transactional
    String open(Operator operator, CircleId circle, @Nullable String reason) {
        var found = circles.fresh(circle).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        openings.open(operator, circle, Objects.requireNonNullElse(reason, ""));
        deeds.note(operator, Deeds.Kind.OPEN, found.name(), circle.value(), String.valueOf(reason));
        return found.slug();
    }

    private void decide(Operator operator, CircleId circle, boolean listed, String reason, boolean alone) {
        var name = circles.fresh(circle)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .name();
        impartial.check(operator, circle, alone);
        // A decision that keeps it out is made before this, and then seen, or after it.
        decideListing.hold(circle);
        if (!keptOut.among(operator, List.of(circle)).isEmpty()) {
            throw Refusal.conflict("circle.kept-out");
        }
        decideListing.decide(operator, circle, listed, reason);
        deeds.note(operator, listed ? Deeds.Kind.LIST : Deeds.Kind.UNLIST, name, circle.value(), reason);
    }
}
