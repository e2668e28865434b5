package app.teahouse.renewals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Time;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Prove;
import app.teahouse.members.LeaveCircle;
import app.teahouse.offers.PlaceOrder;
import app.teahouse.passes.ChangePass;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.questions.Replies;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What renews itself does so once, by the card that was kept, and stops with one tap. */
@TeahouseTest
class RenewalsTest {
    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    PlanRenewals planRenewals;

    @Autowired
    TryRenewals tryRenewals;

    @Autowired
    ChangePass changePass;

    @Autowired
    Passes passes;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    Circles circles;

    @Autowired
    Gate gate;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    private Owner owner;
    private Plan month;
    private Person member;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        month = somePlans.plan(owner, "monthly", 2900);
        member = people.someone();
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    @Test
    void the_day_before_its_end_it_is_charged_once_however_often_the_jobs_run() throws Exception {
        buy("a good card");
        var before = pass();
        assertThat(before.automatic()).isTrue();
        var then = Objects.requireNonNull(before.endsAt()).minus(Duration.ofHours(12));

        announce();
        work(then.minus(Duration.ofDays(2)));
        assertThat(pass().span()).isEqualTo(before.span());

        announce();
        AtOnce.run(4, () -> Time.at(then, () -> tryRenewals.step(then)));
        work(then);
        work(then.plus(Duration.ofHours(1)));

        assertThat(pass().span().first())
                .isEqualTo(Objects.requireNonNull(before.span().last()).plusDays(1));
        assertThat(passes.pieces(owner.circle(), member.account())).hasSize(2);
        assertThat(state()).isEqualTo("done");
    }

    @Test
    void a_stolen_card_is_not_tried_again_and_the_time_ends_as_any_other() {
        buy("stolen");
        var before = pass();
        var then = Objects.requireNonNull(before.endsAt()).minus(Duration.ofHours(12));
        announce();
        work(then);
        work(then.plus(Duration.ofDays(4)));

        assertThat(state()).isEqualTo("failed");
        assertThat(pass().span()).isEqualTo(before.span());
    }

    @Test
    void who_stopped_it_is_not_charged() {
        buy("a good card");
        var before = pass();
        var then = Objects.requireNonNull(before.endsAt()).minus(Duration.ofHours(12));
        announce();
        changePass.automatic(owner.circle(), member, false);
        work(then);

        assertThat(state()).isEqualTo("stopped");
        assertThat(pass().span()).isEqualTo(before.span());
    }

    @Test
    void who_stopped_it_on_the_last_day_and_began_again_is_charged_once() {
        buy("a good card");
        var before = pass();
        var then = Objects.requireNonNull(before.endsAt()).minus(Duration.ofHours(12));
        announce();
        changePass.automatic(owner.circle(), member, false);
        work(then);
        assertThat(state()).isEqualTo("stopped");

        changePass.automatic(owner.circle(), member, true);
        work(then.plus(Duration.ofMinutes(10)));
        work(then.plus(Duration.ofMinutes(20)));

        assertThat(state()).isEqualTo("done");
        assertThat(passes.pieces(owner.circle(), member.account())).hasSize(2);
    }

    @Test
    void a_smaller_plan_that_was_chosen_follows_on() {
        var better = somePlans.better(owner, "yearly", 39900, 5);
        buyPlan(better, "a good card");
        changePass.next(owner.circle(), member, month.number());
        var before = pass();
        announce();
        work(Objects.requireNonNull(before.endsAt()).minus(Duration.ofHours(12)));

        assertThat(pass().plan()).isEqualTo(month.id());
        assertThat(pass().span().first())
                .isEqualTo(Objects.requireNonNull(before.span().last()).plusDays(1));
        assertThat(pass().next()).isNull();
    }

    @Test
    void who_left_is_not_charged() {
        buy("a good card");
        var before = pass();
        announce();
        leaveCircle.leave(gate.member(new Visitor(member), owner.member().face().slug()));
        work(Objects.requireNonNull(before.endsAt()).minus(Duration.ofHours(12)));

        assertThat(state()).isEqualTo("stopped");
        assertThat(pass().span()).isEqualTo(before.span());
        await().untilAsserted(() -> assertThat(pass().automatic()).isFalse());
    }

    @Test
    void a_circle_that_sells_nothing_announces_nothing_and_what_can_not_be_announced_holds_nobody_up() {
        buy("a good card");
        jdbc.update(
                "update circles.circle set state = 'archived' where circle_id = ?",
                owner.circle().value());
        circles.changed(owner.circle());
        announce();
        assertThat(planned()).isZero();

        jdbc.update(
                "update circles.circle set state = 'active' where circle_id = ?",
                owner.circle().value());
        circles.changed(owner.circle());
        jdbc.update(
                "update passes.pass set next_plan_id = gen_random_uuid() where account_id = ?",
                member.account().value());
        announce();
        assertThat(planned()).isZero();
    }

    private long planned() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select count(*) from renewals.renewal where circle_id = ?",
                Long.class,
                owner.circle().value()));
    }

    @Test
    void nobody_is_charged_before_seven_days_after_they_were_told() {
        buy("a good card");
        var before = pass();
        var ends = Objects.requireNonNull(before.endsAt());
        var late = ends.minus(Duration.ofDays(5));
        planRenewals.step(late);
        planRenewals.step(late.plus(Duration.ofDays(1)));

        work(ends.minus(Duration.ofHours(12)));
        assertThat(pass().span()).isEqualTo(before.span());
        work(late.plus(Duration.ofDays(7)));
        assertThat(pass().span().first())
                .isEqualTo(Objects.requireNonNull(before.span().last()).plusDays(1));
    }

    @Test
    void who_was_declined_reads_what_was_tried_and_when_it_is_tried_next() {
        buy("declines");
        var then = Objects.requireNonNull(pass().endsAt()).minus(Duration.ofHours(12));
        announce();
        work(then);
        assertThat(state()).isEqualTo("waiting");
        assertThat(page())
                .contains("could not be charged to", "We try it again on", "Pay it yourself", "Stop renewing");

        work(then.plus(Duration.ofDays(3)));
        work(then.plus(Duration.ofDays(6)));
        assertThat(state()).isEqualTo("failed");
        assertThat(page()).contains("We don’t try it again", "Pay it yourself").doesNotContain("Stop renewing");
    }

    private String page() {
        var answer = mvc.get()
                .uri("/c/" + owner.member().face().slug() + "/pass")
                .cookie(people.cookie(member))
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private void announce() {
        planRenewals.step(Objects.requireNonNull(pass().endsAt()).minus(Duration.ofDays(8)));
    }

    private void buy(String card) {
        buyPlan(month, card);
    }

    private void buyPlan(Plan plan, String card) {
        var onlooker = gate.onlooker(new Visitor(member), owner.member().face().slug());
        var placed = placeOrder.place(onlooker, new PlaceOrder.Wish(plan.number(), Replies.NONE, null, null));
        payments.payWithCard(owner.circle(), Objects.requireNonNull(placed.checkout()), card);
    }

    private void work(Instant now) {
        planRenewals.step(now);
        Time.at(now, () -> {
            while (tryRenewals.step(now)) {
                // Others' renewals that are due by then are done as well.
                Thread.onSpinWait();
            }
            return true;
        });
    }

    private Pass pass() {
        return passes.of(owner.circle(), member.account()).orElseThrow();
    }

    private @Nullable String state() {
        return jdbc.queryForObject(
                "select state from renewals.renewal where circle_id = ? and account_id = ?",
                String.class,
                owner.circle().value(),
                member.account().value());
    }
}
