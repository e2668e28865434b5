package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Time;
import app.teahouse.passes.Pass;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A gift card gives time once, to whoever may have it; what it can't do it does not do, and it can be passed on. */
@TeahouseTest
class RedeemCardTest extends CardsGround {
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
}
