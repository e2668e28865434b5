package app.teahouse.offers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.invitations.Invited;
import app.teahouse.invitations.SomeInvitations;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.members.LeaveCircle;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderRows;
import app.teahouse.orders.SomeOrders;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.tokens.SomeTokens;
import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A hidden circle that costs something: who holds an invitation buys entry there, and for everybody else it is not there. */
@TeahouseTest
class InvitedOrdersTest {
    @Autowired
    SomePlans somePlans;

    @Autowired
    SomeCircles someCircles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    SomeOrders someOrders;

    @Autowired
    SomeInvitations invitations;

    @Autowired
    SomeTokens tokens;

    @Autowired
    Invited invited;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    BeginTrial beginTrial;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    OrderRows rows;

    @Autowired
    Prove prove;

    @Autowired
    Db db;

    @Autowired
    app.teahouse.circles.Circles known;

    @Autowired
    MockMvcTester mvc;

    private Owner owner;
    private Plan year;
    private String code;
    private Person guest;

    @BeforeEach
    void aHiddenCircleThatCosts() {
        owner = somePlans.paidCircle();
        year = somePlans.plan(owner, "yearly", 19900);
        hide("hidden", "invitation");
        code = invitations.code(owner, Role.MEMBER, 1);
        guest = people.someone();
    }

    private void hide(String visibility, String mode) {
        db.sql("update circles.circle set visibility = :visibility, join_mode = :mode where circle_id = :circle")
                .with("visibility", visibility)
                .with("mode", mode)
                .with("circle", owner.circle())
                .run();
        known.changed(owner.circle());
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

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

    @Test
    void where_staff_decide_who_joins_an_invitation_decides_it() {
        hide("listed", "application");
        var placed = place(guest, code);
        pay(placed.checkout());

        assertThat(rows.find(owner.circle(), placed.order()).orElseThrow().state())
                .isEqualTo(Order.State.DONE);
        assertThat(someOrders.isMember(owner, guest)).isTrue();
    }

    @Test
    void a_trial_uses_it_too() {
        var plan = somePlans.trial(owner, 7);
        var held = invited.look(new Visitor(guest), code);
        beginTrial.begin(held.onlooker(), plan.number(), null, held.held().id());

        assertThat(someOrders.isMember(owner, guest)).isTrue();
        var other = invited.look(new Visitor(guest), invitations.code(owner, Role.MEMBER, 1));
        assertThatThrownBy(() -> beginTrial.begin(
                        other.onlooker(), plan.number(), null, other.held().id()))
                .hasMessage("order.no-trial");
    }

    @Test
    void a_program_buys_with_it() {
        var token = "Bearer " + tokens.some(guest, "read", "write");
        var api = "/api/v1/invitations/" + code;
        assertThat(mvc.get().uri(api + "/offers").header("Authorization", token))
                .bodyJson()
                .extractingPath("$.items[0].amount")
                .isEqualTo(19900);
        for (var again = 0; again < 2; again++) {
            assertThat(mvc.post()
                            .uri(api + "/orders")
                            .header("Authorization", token)
                            .header("Idempotency-Key", "\"once\"")
                            .contentType("application/json")
                            .content("{\"plan\":" + year.number() + "}"))
                    .hasStatus(201);
        }
        assertThat(rows.only(owner.circle(), guest.account(), Order.State.OPEN)).isPresent();
    }

    @Test
    void who_paid_there_once_finds_the_door_again_and_who_was_removed_does_not() {
        var slug = SomeCircles.slug(owner);
        pay(place(guest, code).checkout());
        var member = someCircles.onlooker(owner, guest).member().orElseThrow();

        leaveCircle.leave(member);
        assertThat(text("/c/" + slug + "/about", people.cookie(guest))).contains("/membership/return");
        state("expired");
        assertThat(text("/c/" + slug + "/about", people.cookie(guest)))
                .contains("/c/" + slug + "/my-words", "/me/settings/data");
        assertThat(text("/c/" + slug + "/plans/" + year.number(), people.cookie(guest)))
                .contains("199");
        state("removed");
        assertThat(mvc.get().uri("/c/" + slug + "/about").cookie(people.cookie(guest)))
                .hasStatus(404);
    }

    private void state(String state) {
        db.sql("""
                update members.membership
                   set state = :state, ended_at = now(), ended_by = case when :state = 'removed' then account_id end
                 where circle_id = :circle and account_id = :account
                """)
                .with("state", state)
                .with("circle", owner.circle())
                .with("account", guest.account())
                .run();
    }

    private PlaceOrder.Placed place(Person person, String with) {
        var held = invited.look(new Visitor(person), with);
        return placeOrder.place(
                held.onlooker(),
                new PlaceOrder.Wish(
                        year.number(), List.of(), null, null, null, held.held().id()));
    }

    private boolean pay(@Nullable CheckoutId checkout) {
        payments.pay(owner.circle(), Objects.requireNonNull(checkout));
        return true;
    }

    private String text(String path, @Nullable Cookie cookie) {
        var request = mvc.get().uri(path);
        var answer =
                cookie == null ? request.exchange() : request.cookie(cookie).exchange();
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }
}
