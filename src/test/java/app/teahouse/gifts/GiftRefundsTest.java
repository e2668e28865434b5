package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Time;
import app.teahouse.ledger.Purpose;
import app.teahouse.orders.Order;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Cards that go back: by their giver, by staff, in part, and at the moment when they are used. */
@TeahouseTest
class GiftRefundsTest extends GiftMoneyGround {
    @Test
    void the_giver_takes_back_what_nobody_used_within_the_hours() {
        fee(333, 7);
        var order = some.buy(owner, giver, year, 3);
        some.redeem(people.someone(), some.code(order, 1));

        assertThatThrownBy(() -> returnCard.byGiver(people.someone(), owner.circle(), order.id(), 2))
                .hasMessage("gift.unknown");
        assertThatThrownBy(() -> byGiver(order, 1)).hasMessage("gift.in-use");
        byGiver(order, 2);
        byGiver(order, 2);
        assertThatThrownBy(() -> some.redeem(people.someone(), some.code(order, 2)))
                .hasMessage("gift.returned");
        assertThatThrownBy(() -> Time.at(Instant.now().plus(Duration.ofHours(73)), () -> {
                    byGiver(order, 3);
                    return true;
                }))
                .hasMessage("refund.too-late");

        var after = giftOrders.find(owner.circle(), order.id()).orElseThrow();
        assertThat(after.refunded()).isEqualTo(SomeGifts.money(19900));
        assertThat(after.feeReturned()).isEqualTo(after.fee().share(19900, 59700));
        payments.sendRefunds(Instant.now().plusSeconds(60));
    }

    @Test
    void staff_give_back_each_card_and_the_fee_comes_back_whole_with_the_last() {
        fee(333, 7);
        var order = some.buy(owner, giver, year, 3);
        var friend = people.someone();
        some.redeem(friend, some.code(order, 1));

        byStaff(order, 1, null);
        assertThat(some.isMember(owner, friend)).isFalse();
        assertThatThrownBy(() -> byStaff(order, 2, 1L)).hasMessage("gift.whole");
        byStaff(order, 2, null);
        byStaff(order, 3, null);

        var after = giftOrders.find(owner.circle(), order.id()).orElseThrow();
        assertThat(after.state()).isEqualTo(Order.State.REFUNDED);
        assertThat(some.cards(order)).extracting(Card::state).containsOnly(Card.State.RETURNED);
        assertThat(some.free(owner, Purpose.HELD)).isZero();
        assertThat(some.free(owner, Purpose.SITE_FEE)).isZero();
    }

    @Test
    void a_part_of_a_used_card_goes_back_and_its_time_ends() {
        var order = some.buy(owner, giver, year, 2);
        var friend = people.someone();
        some.redeem(friend, some.code(order, 1));
        assertThatThrownBy(() -> byStaff(order, 1, 19901L)).hasMessageContaining("refund.too-much");

        byStaff(order, 1, 5000L);

        assertThat(some.isMember(owner, friend)).isFalse();
        assertThat(some.cards(order).getFirst().returned()).isEqualTo(SomeGifts.money(5000));
        some.redeem(people.someone(), some.code(order, 2));

        // The same again is the same; what is left goes back whole, and once.
        byStaff(order, 1, 5000L);
        assertThat(some.cards(order).getFirst().returned()).isEqualTo(SomeGifts.money(5000));
        assertThatThrownBy(() -> byStaff(order, 1, 100L)).hasMessageContaining("gift.rest");
        byStaff(order, 1, null);
        byStaff(order, 1, null);
        assertThat(some.cards(order).getFirst().returned()).isEqualTo(SomeGifts.money(19900));
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(19900);
    }

    @Test
    void a_half_and_then_the_other_half_are_two_and_each_goes_once() {
        var half = SomeGifts.money(9950);
        var order = some.buy(owner, giver, year, 1);
        some.redeem(people.someone(), some.code(order, 1));
        var first = new ReturnCard.Wish(1, half, SomeGifts.money(0), "With regret");
        var second = new ReturnCard.Wish(1, half, half, "With regret");

        assertThat(returnCard.byStaff(partner, order.id(), first)).isEqualTo(half);
        assertThat(returnCard.byStaff(partner, order.id(), first).isZero()).isTrue();
        assertThat(returnCard.byStaff(partner, order.id(), second)).isEqualTo(half);
        assertThat(returnCard.byStaff(partner, order.id(), second).isZero()).isTrue();
        assertThat(some.cards(order).getFirst().returned()).isEqualTo(SomeGifts.money(19900));
    }

    @Test
    void used_and_given_back_at_the_same_moment_is_one_of_the_two() throws Exception {
        var order = some.buy(owner, giver, year, 6);
        var friends = IntStream.range(0, 6).mapToObj(_ -> people.someone()).toList();
        var all = new ArrayList<Callable<String>>();
        for (var i = 1; i <= 6; i++) {
            var number = i;
            all.add(() -> {
                some.redeem(friends.get(number - 1), some.code(order, number));
                return "used";
            });
            all.add(() -> {
                byGiver(order, number);
                return "returned";
            });
        }

        var came = AtOnce.run(all);

        assertThat(came.done()).hasSize(6);
        assertThat(came.refused()).hasSize(6).containsAnyOf("gift.in-use", "gift.returned");
        var returned = came.done().stream().filter("returned"::equals).count();
        assertThat(giftOrders.find(owner.circle(), order.id()).orElseThrow().refunded())
                .isEqualTo(SomeGifts.money(19900 * returned));
        assertThat(friends.stream().filter(friend -> some.isMember(owner, friend)))
                .hasSize((int) (6 - returned));
    }
}
