package app.teahouse.routes;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Staff;
import app.teahouse.members.SomeCircles;
import app.teahouse.routes.Callers.World;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * The route walk: everybody knocks at every door, in a listed circle and in a hidden one. Nobody gets in without the right to,
 * nothing breaks, and a hidden circle answers those outside as one that does not exist. {@link DoorsTest} looks at what the doors
 * declare.
 */
@TeahouseTest
@Tag("once")
class RouteWalkTest {
    @Autowired
    Knock knock;

    @Autowired
    Routes routes;

    @Autowired
    Callers callers;

    @Autowired
    SomeCircles circles;

    @Test
    void every_page_opens_for_those_who_may_see_it_and_for_nobody_else() {
        var world = callers.of(circles.someOwner());
        var faults = new TreeSet<String>();
        for (var route : all()) {
            if (route.isWrite()) {
                continue;
            }
            for (var caller : world.callers()) {
                var may = mayEnter(route, caller);
                if (may && route.streams()) {
                    continue;
                }
                var answer = knock.at(route, caller, world.slug());
                if (answer.isBug() || (!may && !answer.isRefused()) || (may && isTurnedAway(route, answer))) {
                    faults.add(route + " answered " + answer.status() + " to the " + caller);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void nobody_writes_without_the_right_to() {
        var world = callers.of(circles.someOwner());
        var faults = new TreeSet<String>();
        for (var route : all()) {
            if (!route.isWrite()) {
                continue;
            }
            for (var caller : world.callers()) {
                if (mayEnter(route, caller)) {
                    continue;
                }
                var answer = knock.at(route, caller, world.slug());
                if (!answer.isRefused()) {
                    faults.add(route + " answered " + answer.status() + " to the " + caller);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** From a page, a program and an import: what, and why. */
    @Test
    void who_is_muted_gets_the_same_clear_answer_everywhere() {
        var world = callers.of(circles.someOwner());
        var muted = world.callers().stream()
                .filter(caller -> caller.name().equals("muted"))
                .findFirst()
                .orElseThrow();
        var faults = new TreeSet<String>();
        for (var route : all()) {
            if (!route.isWrite() || !route.asksForA(Speaker.class)) {
                continue;
            }
            var answer = knock.at(route, muted, world.slug());
            var says = route.isApi()
                    ? answer.body().contains("speaking.muted") && answer.body().contains("\"reason\":\"Test\"")
                    : answer.body().contains("data-problem") && answer.body().contains("Why: Test");
            if (answer.status() != 403 || !says) {
                faults.add(route + " answered " + answer.status() + " without saying why");
            }
        }
        assertThat(faults).isEmpty();
    }

    /** Status, headers and body must be the same but for the address that was asked for. */
    @Test
    void a_hidden_circle_answers_those_outside_as_one_that_does_not_exist() {
        var world = callers.of(circles.someHiddenOwner());
        var nowhere = likeButUnknown(world.slug());
        var faults = new TreeSet<String>();
        for (var route : all()) {
            if (!route.isOfACircle()) {
                continue;
            }
            for (var caller : outside(world)) {
                var hidden = knock.at(route, caller, world.slug());
                var unknown = knock.at(route, caller, nowhere);
                if (!hidden.equals(unknown) || hidden.isBug()) {
                    faults.add(
                            route + " betrays a hidden circle to the " + caller + ": " + difference(hidden, unknown));
                }
                if (!hidden.isRefused()) {
                    faults.add(route + " answered " + hidden.status() + " in a hidden circle to the " + caller);
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    /** For everybody else the operator's desk does not exist: the answer is that of an address that nobody serves. */
    @Test
    void the_operators_desk_does_not_exist_for_others() {
        var world = callers.of(circles.someOwner());
        var faults = new TreeSet<String>();
        for (var route : all()) {
            if (!route.asksForA(Operator.class)) {
                continue;
            }
            for (var caller : world.callers()) {
                if (caller.isOperator()) {
                    continue;
                }
                var answer = knock.at(route, caller, world.slug());
                var nowhere = knock.at(route.method(), elsewhere(route), route.body(), caller, world.slug());
                if (answer.status() != 404 || !sameBody(route, answer, nowhere)) {
                    faults.add(route + " betrays itself to the " + caller + ": " + difference(answer, nowhere));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private List<Route> all() {
        return routes.all();
    }

    /** Whom staff removed knows that there is a circle, and finds its door to write to them. */
    private static List<Caller> outside(World world) {
        return world.callers().stream()
                .filter(caller -> caller.isOutside() && !caller.name().equals("removed"))
                .toList();
    }

    /** Whether the proof that a door asks for would be given to somebody, in a circle that everybody may see. */
    private static boolean mayEnter(Route route, Caller caller) {
        if (route.asksForA(Operator.class)) {
            return caller.isOperator();
        }
        if (route.asksForA(Owner.class)) {
            return caller.in() == Caller.Place.OWNER;
        }
        if (route.asksForA(Partner.class)) {
            return caller.in() == Caller.Place.OWNER || caller.name().equals("partner");
        }
        if (route.asksForA(Staff.class)) {
            return caller.isStaff();
        }
        if (route.asksForA(Speaker.class)) {
            return !caller.isOutside() && caller.in() != Caller.Place.SILENT;
        }
        if (route.asksForA(Member.class)) {
            return !caller.isOutside();
        }
        if (route.asksForA(Person.class)) {
            return caller.signIn().isPresent();
        }
        return true;
    }

    /** Somebody who sees a circle from outside may still be refused what only members read. */
    private static boolean isTurnedAway(Route route, Knock.Answer answer) {
        return answer.status() == 401 && !route.asksForA(Onlooker.class);
    }

    /** An address of the same length, so that not even the length of the answer differs. */
    private static String likeButUnknown(String slug) {
        var last = slug.charAt(slug.length() - 1);
        return slug.substring(0, slug.length() - 1) + (last == 'z' ? 'y' : 'z');
    }

    private static String elsewhere(Route route) {
        return route.isApi() ? "/api/v1/nothing-here" : "/nothing-here";
    }

    /** A problem names the path that was asked for, and the reader's CSRF token stands in forms. */
    private static boolean sameBody(Route route, Knock.Answer answer, Knock.Answer nowhere) {
        return answer.body().replace(route.in("SLUG"), "").equals(nowhere.body().replace(elsewhere(route), ""));
    }

    private static String difference(Knock.Answer one, Knock.Answer other) {
        if (one.status() != other.status()) {
            return one.status() + " and " + other.status();
        }
        return one.headers().equals(other.headers())
                ? apart(one.body(), other.body())
                : apart(one.headers(), other.headers());
    }

    /** From where two texts differ. */
    private static String apart(String one, String other) {
        var same = 0;
        while (same < Math.min(one.length(), other.length()) && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        var from = Math.max(0, same - 40);
        return "…" + one.substring(from, Math.min(one.length(), same + 60)) + "… and …"
                + other.substring(from, Math.min(other.length(), same + 60)) + "…";
    }
}
