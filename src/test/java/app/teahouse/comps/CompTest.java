package app.teahouse.comps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.circles.Circles;
import app.teahouse.endings.Hindrance;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.RemoveMember;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.ChangePass;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.passes.SomePlans;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plan;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

/** An owner lets somebody be here for nothing; it takes nothing from what they have, and ends without a bill. */
@TeahouseTest
class CompTest {
    @Autowired
    GiveComp giveComp;

    @Autowired
    EndComp endComp;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    Circles cached;

    @Autowired
    GivePass givePass;

    @Autowired
    ChangePass changePass;

    @Autowired
    Passes passes;

    @Autowired
    RemoveMember removeMember;

    @Autowired
    List<Hindrance> hindrances;

    @Autowired
    Jobs jobs;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    TransactionTemplate transaction;

    private Owner owner;
    private Partner partner;
    private Plan year;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        partner = somePlans.partner(owner);
        year = somePlans.plan(owner, "yearly", 19900);
    }

    @Test
    void a_member_whose_time_is_over_reads_and_writes_again_and_is_told_and_the_log_knows_why() {
        var mei = member(today().minusDays(3));
        give(mei, null, today().plusDays(20));

        assertThat(pass(mei).source()).isEqualTo(Pass.Source.COMP);
        assertThat(pass(mei).span().last()).isEqualTo(today().plusDays(20));
        assertThat(pass(mei).automatic()).isFalse();
        assertThat(hindrances.stream().flatMap(one -> one.of(owner.circle()).stream()))
                .isEmpty();
        await().untilAsserted(() -> {
            assertThat(kinds(mei)).contains("guest_pass_given");
            assertThat(jdbc.queryForList(
                            "select reason from log.entry where circle_id = ? and kind = 'guest_pass'",
                            String.class,
                            owner.circle().value()))
                    .containsExactly("Spoke in May");
        });
        mvc.get()
                .uri("/c/" + slug() + "/m/" + number(mei))
                .cookie(people.cookie(mei))
                .assertThat()
                .bodyText()
                .contains("Spoke in May");
        mvc.get()
                .uri("/c/" + slug() + "/m/" + number(mei))
                .cookie(people.cookie(
                        circles.join(owner, people.someone(), Role.VOLUNTEER).person()))
                .assertThat()
                .bodyText()
                .doesNotContain("Spoke in May");
    }

    @Test
    void it_begins_after_what_is_paid_and_when_it_is_ended_that_is_theirs_again() {
        var mei = member(today().plusDays(30));
        give(mei, year, today().plusDays(60));
        assertThat(pass(mei).span()).matches(span -> span.first().equals(today().plusDays(31)));

        endComp.end(partner, number(mei));

        assertThat(pass(mei).source()).isEqualTo(Pass.Source.PAID);
        assertThat(pass(mei).span().last()).isEqualTo(today().plusDays(30));
        assertThatThrownBy(() -> endComp.end(partner, number(mei))).hasMessage("comp.unknown");
    }

    @Test
    void it_never_makes_less_of_what_somebody_has() {
        var mei = member(today().plusDays(30));
        assertThatThrownBy(() -> give(mei, year, today().plusDays(30))).hasMessage("comp.has-time");
        var better = somePlans.better(owner, "yearly", 59900, 5);
        var rich = member(better, today().plusDays(30));
        assertThatThrownBy(() -> give(rich, year, today().plusDays(90))).hasMessage("comp.has-better");
        give(rich, null, null);
        assertThat(pass(rich).isForGood()).isTrue();
        assertThatThrownBy(() -> give(rich, null, null)).hasMessage("comp.has-one");
        assertThatThrownBy(() -> give(mei, null, today().minusDays(1))).hasMessageContaining("comp.day-over");
        var expert = circles.join(owner, people.someone(), Role.GUEST_EXPERT).person();
        assertThatThrownBy(() -> give(expert, null, null)).hasMessage("comp.staff-need-none");
        removeMember.remove(circles.staff(owner), number(mei), "Shouting");
        assertThatThrownBy(() -> give(mei, null, null)).hasMessage("comp.removed");
    }

    /** Who was there before the circle cost something has no piece of time; theirs must not be lost. */
    @Test
    void what_was_promised_without_a_piece_comes_back_too() {
        var mei = member(today().plusDays(40));
        jdbc.update(
                "delete from passes.span where circle_id = ?", owner.circle().value());
        jdbc.update(
                "update passes.pass set source = 'promised' where circle_id = ?",
                owner.circle().value());
        give(mei, year, null);
        endComp.end(partner, number(mei));
        assertThat(pass(mei).source()).isEqualTo(Pass.Source.PROMISED);
        assertThat(pass(mei).span().last()).isEqualTo(today().plusDays(40));
    }

    @Test
    void given_five_times_at_once_it_is_one() throws Exception {
        var mei = member(today().minusDays(3));
        var given = AtOnce.run(5, () -> {
            give(mei, null, today().plusDays(20));
            return true;
        });
        assertThat(given.done()).hasSize(1);
        assertThat(given.refused()).hasSize(4).containsOnly("comp.has-one");
    }

    @Test
    void its_end_is_told_without_a_word_of_paying_and_nothing_renews_itself() {
        var mei = member(today().minusDays(3));
        give(mei, year, today().plusDays(20));
        assertThatThrownBy(() -> changePass.automatic(owner.circle(), mei, true))
                .isInstanceOf(Refusal.class);

        jobs.run("passes.remind", Instant.now().plus(Duration.ofDays(18)));

        await().untilAsserted(() -> assertThat(kinds(mei)).contains("guest_pass_ending"));
        assertThat(kinds(mei)).doesNotContain("membership_ending", "membership_renews");
    }

    /** Somebody who paid until that day; in the past, their time is over. */
    private Person member(LocalDate last) {
        return member(year, last);
    }

    private Person member(Plan plan, LocalDate last) {
        var person = people.someone("Mei");
        circlesFree(() -> circles.join(owner, person));
        transaction.executeWithoutResult(_ -> givePass.give(
                owner.circle(),
                person.account(),
                new GivePass.Gift(
                        Ids.next(),
                        plan,
                        Pass.Source.PAID,
                        plan.price(),
                        GivePass.Manner.FOLLOW_ON,
                        new Span(last.minusDays(50), last, 1))));
        return person;
    }

    /** Joins as if the circle had been free then. */
    private void circlesFree(Runnable join) {
        price("free");
        join.run();
        price("paid");
    }

    private void price(String price) {
        jdbc.update(
                "update circles.circle set price = ? where circle_id = ?",
                price,
                owner.circle().value());
        cached.changed(owner.circle());
    }

    private void give(Person person, @Nullable Plan plan, @Nullable LocalDate until) {
        giveComp.give(
                partner, number(person), new GiveComp.Wish(plan == null ? null : plan.number(), until, "Spoke in May"));
    }

    private long number(Person person) {
        var number = jdbc.queryForObject(
                "select number from members.membership where circle_id = ? and account_id = ?",
                Long.class,
                owner.circle().value(),
                person.account().value());
        return number == null ? 0 : number;
    }

    private List<String> kinds(Person person) {
        return jdbc.queryForList(
                "select kind from notify.notice where account_id = ?",
                String.class,
                person.account().value());
    }

    private Pass pass(Person person) {
        return passes.of(owner.circle(), person.account()).orElseThrow();
    }

    private String slug() {
        return owner.member().face().slug();
    }

    private LocalDate today() {
        return LocalDate.now(owner.member().face().zone());
    }
}
