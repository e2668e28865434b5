package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.kernel.Role;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.Order;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A hidden circle that costs something: who holds an invitation buys entry there, and for everybody else it is not there. */
@TeahouseTest
class InvitedOrdersTest extends InvitedOrdersGround {
    @Test
    void who_holds_one_sees_the_plans_and_buys_and_only_then_it_is_used() {
        var plan = "/i/" + code + "/plans/" + year.number();
        assertThat(text("/i/" + code, null)).contains(plan + "\"", "199");
        assertThat(text(plan, null)).contains("/sign-up?to=" + plan);
        assertThat(text(plan, people.cookie(guest)))
                .contains(plan + "/order", owner.member().face().name());

        var answer = mvc.post()
                .uri(plan + "/order")
                .param("amount", "19900")
                .param("currency", "CNY")
                .cookie(people.cookie(guest))
                .with(csrf())
                .exchange();
        assertThat(answer).hasStatus(303);
        assertThat(answer.getResponse().getHeader("Location")).startsWith("/pay/");
        assertThat(invitations.uses(owner, code)).isZero();
        assertThat(someOrders.isMember(owner, guest)).isFalse();

        pay(rows.only(owner.circle(), guest.account(), Order.State.OPEN)
                .orElseThrow()
                .checkout());

        assertThat(someOrders.isMember(owner, guest)).isTrue();
        assertThat(mvc.get().uri("/i/" + code)).hasStatus(404);
    }

    @Test
    void without_one_there_is_nothing() {
        var slug = SomeCircles.slug(owner);
        for (var path : List.of("/about", "/plans/1", "/pass", "/my-words")) {
            assertThat(mvc.get().uri("/c/" + slug + path).cookie(people.cookie(guest)))
                    .hasStatus(404);
        }
        assertThat(mvc.get().uri("/i/nonsense/plans/1").cookie(people.cookie(guest)))
                .hasStatus(404);
        assertThat(mvc.post()
                        .uri("/i/nonsense/plans/1/order")
                        .cookie(people.cookie(guest))
                        .with(csrf()))
                .hasStatus(404);
    }

    @Test
    void whom_the_circle_invites_to_contribute_pays_nothing() {
        var expert = invitations.code(owner, Role.GUEST_EXPERT, 1);
        assertThat(text("/i/" + expert, people.cookie(guest))).doesNotContain("/plans/");
        assertThat(mvc.post().uri("/i/" + expert).cookie(people.cookie(guest)).with(csrf()))
                .hasStatus(303);
        assertThat(someOrders.isMember(owner, guest)).isTrue();
    }

    @Test
    void of_two_who_pay_with_the_last_use_one_comes_in_and_the_other_gets_everything_back() throws Exception {
        var buyers = Stream.generate(people::someone).limit(6).toList();
        var checkouts = buyers.stream()
                .map(buyer -> Objects.requireNonNull(place(buyer, code).checkout()))
                .toList();

        AtOnce.run(checkouts.stream()
                .map(checkout -> (Callable<Boolean>) () -> pay(checkout))
                .toList());

        assertThat(buyers.stream().filter(buyer -> someOrders.isMember(owner, buyer)))
                .hasSize(1);
        assertThat(checkouts.stream()
                        .filter(one ->
                                payments.state(owner.circle(), one) instanceof app.teahouse.payments.Checkout.Returned))
                .hasSize(5);
        assertThat(db.sql("select count(*) from orders.entry where circle_id = :circle and state = 'open'")
                        .with("circle", owner.circle())
                        .one(Long.class))
                .isZero();
    }

    @Test
    void one_that_is_taken_back_lets_nobody_in_who_pays_afterwards() {
        var checkout = Objects.requireNonNull(place(guest, code).checkout());
        invitations.revoke(owner, code);

        pay(checkout);

        assertThat(someOrders.isMember(owner, guest)).isFalse();
        assertThat(payments.state(owner.circle(), checkout))
                .isInstanceOf(app.teahouse.payments.Checkout.Returned.class);
    }
}
