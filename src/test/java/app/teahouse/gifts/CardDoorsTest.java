package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Time;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A card opens no door that money does not: staff, passwords, last days, guesses. */
@TeahouseTest
class CardDoorsTest extends CardsGround {
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
}
