package app.teahouse.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.verdicts.MakeVerdict;
import app.teahouse.verdicts.Verdict;
import app.teahouse.web.WhileHalted;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Every write of a circle that the operator froze is refused in the same words, by page, program and import; but for those that stay open. */
@TeahouseTest
@Tag("once")
class HaltedWalkTest {
    @Autowired
    Knock knock;

    @Autowired
    Routes routes;

    @Autowired
    Callers callers;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    Gate gate;

    @Autowired
    MakeVerdict makeVerdict;

    @Test
    void in_a_frozen_circle_nothing_is_written_and_everybody_hears_the_same() {
        var owner = circles.someOwner();
        var world = callers.of(owner);
        var operator = gate.operator(new Visitor(people.someOperator()));
        makeVerdict.make(
                operator,
                owner.circle(),
                new MakeVerdict.Wish(Verdict.Kind.FROZEN, "A shop for nothing but fakes", null, false, null, false));
        var faults = new TreeSet<String>();
        var closed = 0;
        var open = 0;
        for (var route : routes.all()) {
            if (!route.isOfACircle() || !route.isWrite() || !route.asksForProofOfTheCircle()) {
                continue;
            }
            // The owner holds every proof of a circle; who joins has none but that they see it.
            var joins = route.proofs().stream().allMatch(proof -> proof == Onlooker.class || proof == Person.class);
            var name = joins ? "stranger" : "owner";
            var caller = world.callers().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            var answer = knock.at(route, caller, world.slug());
            var said = answer.status() == 403
                    && (route.isApi()
                            ? answer.body().contains("\"circle.frozen\"")
                            : answer.body().contains("operator of this site froze"));
            if (route.door().hasMethodAnnotation(WhileHalted.class)) {
                open++;
                if (said || answer.isBug()) {
                    faults.add(route + " should stay open, and answered " + answer.status());
                }
            } else {
                closed++;
                if (!said) {
                    faults.add(route + " answered " + answer.status() + " and does not say why");
                }
            }
        }
        assertThat(faults).isEmpty();
        assertThat(closed).isGreaterThan(200);
        assertThat(open).isGreaterThan(40);
    }
}
