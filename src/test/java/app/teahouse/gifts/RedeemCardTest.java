package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.applications.SomeApplications;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Time;
import app.teahouse.ledger.Prove;
import app.teahouse.members.RemoveMember;
import app.teahouse.members.SomeCircles;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** A gift card gives time once, to whoever may have it; what it can't do it does not do, and it can be passed on. */
@TeahouseTest
class RedeemCardTest {
    @Autowired
    SomeGifts some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeApplications applications;

    @Autowired
    SomePayments payments;

    @Autowired
    RemoveMember removeMember;

    @Autowired
    Passes passes;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    private Owner owner;
    private Plan year;
    private Person giver;
    private Person friend;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        year = somePlans.plan(owner, "yearly", 19900);
        giver = people.someone("Lin");
        friend = people.someone("Mei");
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    @Test
    void somebody_new_comes_in_by_it_and_the_giver_does_not() {
        var order = some.buy(owner, giver, year, 3);
        assertThat(some.isMember(owner, giver)).isFalse();
        assertThat(some.cards(order)).extracting(Card::worth).containsOnly(SomeGifts.money(19900));
        assertThat(some.cards(order)).extracting(Card::validUntil).containsOnly(today().plusYears(5));

        // As somebody types it from paper.
        some.redeem(
                friend,
                Codes.readable(some.code(order)).toLowerCase(Locale.ROOT).replace("-", " "));
        some.redeem(friend, some.code(order));

        assertThat(some.isMember(owner, friend)).isTrue();
        var pass = pass(friend);
        assertThat(pass.source()).isEqualTo(Pass.Source.GIFT);
        assertThat(pass.span().last()).isEqualTo(today().plusYears(1));
        assertThat(some.cards(order))
                .extracting(Card::state)
                .containsExactly(Card.State.USED, Card.State.UNUSED, Card.State.UNUSED);
        assertThatThrownBy(() -> some.redeem(people.someone(), some.code(order)))
                .hasMessage("gift.used");
    }

    @Test
    void twenty_people_with_one_card_are_one_who_comes_in() throws Exception {
        var code = some.code(some.buy(owner, giver, year, 1));
        var crowd = Stream.generate(people::someone).limit(20).toList();

        var used = AtOnce.run(crowd.stream()
                .map(person -> (Callable<RedeemCard.Redeemed>) () -> some.redeem(person, code))
                .toList());

        assertThat(used.done()).hasSize(1);
        assertThat(used.refused()).hasSize(19).containsOnly("gift.used");
        assertThat(crowd.stream().filter(person -> some.isMember(owner, person)))
                .hasSize(1);
    }

    @Test
    void one_person_with_several_cards_at_once_has_all_their_time_one_after_the_other() throws Exception {
        var order = some.buy(owner, giver, year, 4);
        AtOnce.run(Stream.of(1, 2, 3, 4)
                .map(number -> (Callable<RedeemCard.Redeemed>) () -> some.redeem(friend, some.code(order, number)))
                .toList());
        assertThat(some.cards(order)).extracting(Card::state).containsOnly(Card.State.USED);
        assertThat(pass(friend).span().last()).isEqualTo(today().plusYears(4));
    }

    @Test
    void time_follows_on_at_the_end_of_what_is_there_and_in_grace() throws Exception {
        some.redeem(friend, some.code(some.buy(owner, giver, year, 1)));
        var month = somePlans.plan(owner, "monthly", 1900);
        var order = some.buy(owner, giver, month, 1);
        Time.at(now().plus(Duration.ofDays(368)), () -> some.redeem(friend, some.code(order)));
        assertThat(pass(friend).span().last()).isEqualTo(today().plusYears(1).plusMonths(1));
    }

    @Test
    void what_was_bought_stays_as_it_was_whatever_becomes_of_the_plan() {
        var order = some.buy(owner, giver, year, 1);
        jdbc.update(
                "update plans.plan set kind = 'days', lasts = 1, automatic = false, amount = 1, state = 'withdrawn' where circle_id = ? and plan_id = ?",
                owner.circle().value(),
                year.id().value());
        some.redeem(friend, some.code(order));
        assertThat(pass(friend).span().last()).isEqualTo(today().plusYears(1));
    }

    @Test
    void who_needs_none_keeps_it_to_pass_on() {
        var order = some.buy(owner, giver, year, 1);
        var code = some.code(order);
        var expert = circles.join(owner, people.someone(), Role.GUEST_EXPERT).person();
        assertThatThrownBy(() -> some.redeem(owner.member().person(), code)).hasMessage("gift.staff-need-none");
        assertThatThrownBy(() -> some.redeem(expert, code)).hasMessage("gift.staff-need-none");

        var forGood = somePlans.plan(owner, "lifetime", 99900);
        some.redeem(friend, some.code(some.buy(owner, giver, forGood, 1)));
        assertThatThrownBy(() -> some.redeem(friend, code)).hasMessage("gift.for-good-already");

        var better = somePlans.better(owner, "yearly", 59900, 5);
        var richer = people.someone();
        some.redeem(richer, some.code(some.buy(owner, giver, better, 1)));
        some.redeem(richer, some.code(some.buy(owner, giver, year, 1)));
        assertThat(pass(richer).span().first()).isEqualTo(today().plusYears(1).plusDays(1));
        assertThat(tier(richer)).isEqualTo(5);

        var deadline = somePlans.plan(owner, "until-" + today().plusDays(20), 900);
        var toDeadline = some.buy(owner, giver, deadline, 1);
        assertThat(some.cards(toDeadline).getFirst().validUntil()).isEqualTo(today().plusDays(20));
        var late = people.someone();
        some.redeem(late, some.code(some.buy(owner, giver, year, 1)));
        assertThatThrownBy(() -> some.redeem(late, some.code(toDeadline))).hasMessage("gift.gives-nothing");

        assertThat(some.state(order)).isEqualTo(Card.State.UNUSED);
        some.redeem(people.someone(), code);
    }

    @Test
    void who_tries_a_circle_has_the_whole_time_from_today() {
        var trial = somePlans.trial(owner, 7);
        jdbc.update(
                "delete from passes.pass where account_id = ?", friend.account().value());
        var order = some.buy(owner, giver, trial, 1);
        some.redeem(friend, some.code(order));
        assertThat(pass(friend).span().first()).isEqualTo(today());
    }

    @Test
    void where_staff_decide_the_card_waits_with_the_applicant() {
        mode("application");
        var order = some.buy(owner, giver, year, 2);
        var other = people.someone();

        assertThat(some.redeem(friend, some.code(order)).state()).isEqualTo(Card.State.WAITING);
        assertThat(some.redeem(friend, some.code(order)).state()).isEqualTo(Card.State.WAITING);
        assertThat(some.isMember(owner, friend)).isFalse();
        assertThatThrownBy(() -> some.redeem(other, some.code(order))).hasMessage("gift.waiting");
        assertThatThrownBy(() -> some.redeem(friend, some.code(order, 2))).hasMessage("gift.waiting-already");

        assertThat(applications.declineAll(circles.staff(owner))).isEqualTo(1);
        assertThat(some.state(order)).isEqualTo(Card.State.UNUSED);
        some.redeem(other, some.code(order));
        applications.withdraw(owner.circle(), other.account());
        assertThat(some.state(order)).isEqualTo(Card.State.UNUSED);
        some.redeem(other, some.code(order));
        assertThat(applications.approveAll(circles.staff(owner))).isEqualTo(1);

        assertThat(some.isMember(owner, other)).isTrue();
        assertThat(some.state(order)).isEqualTo(Card.State.USED);
        assertThat(pass(other).span().last()).isEqualTo(today().plusYears(1));
    }

    @Test
    void whom_staff_removed_comes_back_only_with_their_yes() {
        var order = some.buy(owner, giver, year, 2);
        some.redeem(friend, some.code(order));
        var number = jdbc.queryForObject(
                "select number from members.membership where circle_id = ? and account_id = ?",
                Long.class,
                owner.circle().value(),
                friend.account().value());
        removeMember.remove(circles.staff(owner), Objects.requireNonNull(number), "Shouting");

        some.redeem(friend, some.code(order, 2));

        assertThat(some.isMember(owner, friend)).isFalse();
        applications.approveAll(circles.staff(owner));
        assertThat(some.isMember(owner, friend)).isTrue();
        assertThat(pass(friend).span().last()).isEqualTo(today().plusYears(2));
    }

    @Test
    void a_circle_with_a_password_asks_for_it_here_too() {
        mode("password");
        var order = some.buy(owner, giver, year, 1);
        assertThatThrownBy(() -> some.redeem(friend, some.code(order))).hasMessage("join.wrong-password");
        assertThat(some.state(order)).isEqualTo(Card.State.UNUSED);
    }

    @Test
    void a_card_has_a_last_day_and_a_dead_or_free_circle_leaves_it_as_it_is() throws Exception {
        var order = some.buy(owner, giver, year, 1);
        assertThatThrownBy(() ->
                        Time.at(now().plus(Duration.ofDays(5 * 366)), () -> some.redeem(friend, some.code(order))))
                .hasMessage("gift.expired");
        Time.at(
                now().plus(Duration.ofDays(5 * 365)),
                () -> some.redeem(people.someone(), some.code(some.buy(owner, giver, year, 1))));
        jdbc.update(
                "update circles.circle set price = 'free' where circle_id = ?",
                owner.circle().value());
        assertThatThrownBy(() -> some.redeem(friend, some.code(order))).hasMessage("gift.free-now");
        assertThat(some.state(order)).isEqualTo(Card.State.UNUSED);
    }

    @Test
    void guessing_is_limited_and_a_wrong_code_asks_as_much_as_a_right_one() {
        var code = some.code(some.buy(owner, giver, year, 1));
        assertThat(code).matches("[A-HJ-NP-Z2-9]{28}");
        Db.countFrom0();
        assertThatThrownBy(() -> some.redeem(friend, "A".repeat(28))).hasMessage("gift.unknown");
        assertThat(Db.statements()).isEqualTo(2);
        for (var i = 0; i < 19; i++) {
            assertThatThrownBy(() -> some.redeem(friend, "nonsense")).hasMessage("gift.unknown");
        }
        // Being right does not help who guesses.
        assertThatThrownBy(() -> some.redeem(friend, code)).hasMessage("site.too-often");
        var others = Stream.generate(() -> code).limit(40).toList();
        others.forEach(
                one -> assertThatThrownBy(() -> some.redeem(owner.member().person(), one))
                        .hasMessage("gift.staff-need-none"));
    }

    private Pass pass(Person person) {
        return passes.of(owner.circle(), person.account()).orElseThrow();
    }

    private void mode(String mode) {
        jdbc.update(
                "update circles.circle set join_mode = ?, join_password = case when ? = 'password' then 'not a hash' end where circle_id = ?",
                mode,
                mode,
                owner.circle().value());
    }

    private LocalDate today() {
        return LocalDate.now(owner.member().face().zone());
    }

    private static Instant now() {
        return Instant.now();
    }

    private int tier(Person person) {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select tier from members.membership where circle_id = ? and account_id = ?",
                Integer.class,
                owner.circle().value(),
                person.account().value()));
    }
}
