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
import app.teahouse.kernel.Visitor;
import app.teahouse.testing.TeahouseTest;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/** What every door declares: whose proof it takes, and where its visitors may speak. {@link RouteWalkTest} then knocks. */
@TeahouseTest
class DoorsTest {
    @Autowired
    Routes routes;

    @Autowired
    RequestMappingHandlerAdapter adapter;

    @Test
    void every_door_asks_for_a_proof_or_says_why_not() {
        assertThat(those(route -> route.proofs().isEmpty() && !isDeclaredPublic(route)))
                .as(
                        "These doors ask nobody who they are. Take a Visitor, Person, Onlooker, Member, @On(…) Speaker, Staff, "
                                + "Owner or Operator as first parameter, or give a reason in src/test/resources/public-routes.txt")
                .isEmpty();
    }

    @Test
    void every_door_of_a_circle_asks_for_a_proof_of_that_circle_or_says_why_not() {
        assertThat(those(route -> route.isOfACircle() && !route.asksForProofOfTheCircle() && !isDeclaredPublic(route)))
                .as(
                        "These doors lead into a circle, and a Person or Visitor is no proof for it. Take an Onlooker, Member, "
                                + "@On(…) Speaker, Staff or Owner, or give a reason in src/test/resources/public-routes.txt")
                .isEmpty();
    }

    @Test
    void every_write_in_a_circle_declares_a_surface() {
        assertThat(those(route -> route.isOfACircle() && route.isWrite() && !route.speaksOrSaysWhyNot()))
                .as(
                        "These doors write in a circle, and nobody asks whether the member may speak. Take @On(Surface.…) Speaker, "
                                + "Staff or Owner, or put @NoSurface(\"why\") on the method if nothing is said to others")
                .isEmpty();
    }

    @Test
    void nothing_is_read_of_a_request_before_the_proof() {
        assertThat(those(Route::readsBeforeItAsks))
                .as(
                        "These doors look at the path, the form or the body before they know who asks, so they can answer "
                                + "\"malformed\" to somebody who should not learn that the door exists. Make the proof the first parameter")
                .isEmpty();
    }

    @Test
    void only_doors_of_the_product_are_open() {
        assertThat(routes.foreign())
                .as("A library brought doors of its own. Switch them off, or look at what they tell and name them here")
                .allMatch(name -> name.startsWith("org.springframework.boot.webmvc.autoconfigure.error."));
    }

    @Test
    void the_list_of_public_doors_names_only_doors_that_need_it() {
        var needed = new TreeSet<String>();
        routes.all().stream()
                .filter(route -> route.proofs().isEmpty() || (route.isOfACircle() && !route.asksForProofOfTheCircle()))
                .forEach(route -> needed.add(route.line()));
        assertThat(needed).as("Lines of public-routes.txt without a door").containsAll(Routes.declaredPublic());
    }

    @SuppressWarnings("unused")
    private static final class Asks {
        void all(
                Visitor visitor,
                Person person,
                Onlooker onlooker,
                Member member,
                Speaker speaker,
                Staff staff,
                Partner partner,
                Owner owner,
                Operator operator) {}
    }

    /** With no resolver of ours before it, Spring builds a proof out of request parameters: {@code ?person=…}. */
    @Test
    void proofs_come_from_the_gate_and_never_from_request_parameters() {
        var method = Stream.of(Asks.class.getDeclaredMethods()).findFirst().orElseThrow();
        var claimed = new TreeSet<String>();
        for (var i = 0; i < method.getParameterCount(); i++) {
            var parameter = new MethodParameter(method, i);
            var first = Objects.requireNonNull(adapter.getArgumentResolvers()).stream()
                    .filter(resolver -> resolver.supportsParameter(parameter))
                    .findFirst()
                    .orElseThrow();
            assertThat(first.getClass().getName())
                    .as(parameter.getParameterType().getSimpleName())
                    .isEqualTo("app.teahouse.web.Asking");
            claimed.add(parameter.getParameterType().getSimpleName());
        }
        assertThat(claimed).hasSameSizeAs(Route.PROOFS);
    }

    private Set<String> those(Predicate<Route> rule) {
        var found = new TreeSet<String>();
        routes.all().stream().filter(rule).forEach(route -> found.add(route.toString()));
        return found;
    }

    private static boolean isDeclaredPublic(Route route) {
        return Routes.declaredPublic().contains(route.line());
    }
}
