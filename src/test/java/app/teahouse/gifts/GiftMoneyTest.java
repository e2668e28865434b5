package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Time;
import app.teahouse.ledger.Purpose;
import app.teahouse.orders.Order;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What a present costs, and how its money goes back card by card, with the fee in proportion. */
@TeahouseTest
class GiftMoneyTest extends GiftMoneyGround {
    @Test
    void it_costs_the_price_of_the_plan_for_each_and_nothing_is_there_before_it_is_paid() {
        var order = some.place(owner, giver, SomeGifts.wish(year, 3));
        assertThat(order.kind()).isEqualTo(Order.Kind.GIFT);
        assertThat(order.amount()).isEqualTo(SomeGifts.money(59700));
        assertThat(order.title()).endsWith(" × 3");
        assertThat(some.cards(order)).isEmpty();
        assertThat(some.place(owner, giver, SomeGifts.wish(year, 3)).id()).isEqualTo(order.id());

        var other = some.place(owner, giver, SomeGifts.wish(year, 2));
        assertThat(giftOrders.find(owner.circle(), order.id()).orElseThrow().state())
                .isEqualTo(Order.State.CANCELLED);
        assertThat(jdbc.queryForObject(
                        "select count(*) from gifts.parcel where circle_id = ?",
                        Long.class,
                        owner.circle().value()))
                .isEqualTo(1);

        payments.pay(owner.circle(), Objects.requireNonNull(other.checkout()));
        assertThat(some.cards(other)).hasSize(2);
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(39800);
    }

    @Test
    void pressed_five_times_at_once_it_is_one_order() throws Exception {
        var placed = AtOnce.run(
                5, () -> some.place(owner, giver, SomeGifts.wish(year, 2)).id());
        assertThat(placed.refused()).isEmpty();
        assertThat(placed.done().stream().distinct()).hasSize(1);
    }

    @Test
    void what_may_not_be_given_is_refused() {
        assertThatThrownBy(() -> some.place(owner, giver, SomeGifts.wish(year, 0)))
                .hasMessageContaining("field.range");
        assertThatThrownBy(() -> some.place(owner, giver, SomeGifts.wish(year, 51)))
                .hasMessageContaining("field.range");
        assertThatThrownBy(() ->
                        some.place(owner, giver, new BuyGift.Wish(year.number(), 1, "Lin", "", SomeGifts.money(1))))
                .hasMessage("order.price-changed");
        jdbc.update(
                "update plans.plan set state = 'withdrawn' where circle_id = ?",
                owner.circle().value());
        assertThatThrownBy(() -> some.place(owner, giver, SomeGifts.wish(year, 1)))
                .hasMessage("plan.not-on-sale");
    }

    @Test
    void an_order_of_ones_own_stays_open_beside_a_present() {
        var gift = some.place(owner, giver, SomeGifts.wish(year, 1));
        jdbc.update(
                "update orders.entry set kind = 'join' where circle_id = ? and order_id = ?",
                owner.circle().value(),
                gift.id().value());
        var second = some.place(owner, giver, SomeGifts.wish(year, 1));
        assertThat(second.id()).isNotEqualTo(gift.id());
    }

    @Test
    void what_a_bank_takes_back_can_not_be_used_meanwhile_and_is_dead_when_it_is_lost() {
        var order = some.buy(owner, giver, year, 2);
        var friend = people.someone();
        some.redeem(friend, some.code(order, 1));
        var checkout = Objects.requireNonNull(order.checkout());
        payments.dispute(owner.circle(), checkout, SomeGifts.money(39800));
        assertThatThrownBy(() -> some.redeem(people.someone(), some.code(order, 2)))
                .hasMessage("gift.on-hold");
        assertThatThrownBy(() -> byGiver(order, 2)).hasMessage("refund.disputed");
        assertThat(some.cards(order).get(1).state()).isEqualTo(Card.State.UNUSED);

        payments.endDispute(owner.circle(), checkout, false);

        assertThat(some.isMember(owner, friend)).isFalse();
        assertThat(some.cards(order)).extracting(Card::state).containsOnly(Card.State.RETURNED);
    }

    @Test
    void a_circle_with_cards_that_still_hold_is_not_deleted_until_they_are_given_back() throws Exception {
        var order = some.buy(owner, giver, year, 3);
        some.redeem(people.someone(), some.code(order, 1));
        assertThat(held()).isEqualTo(3);

        var inHalfAYear = LocalDate.now(owner.member().face().zone()).plusDays(182);
        Time.at(inHalfAYear.atTime(12, 0).atZone(owner.member().face().zone()).toInstant(), () -> {
            assertThat(returnUnused.left(owner.circle())).hasSize(3);
            assertThat(returnUnused.giveBack(partner, "We close")).isEmpty();
            assertThat(returnUnused.giveBack(partner, "We close")).isEmpty();
            return true;
        });

        assertThat(held()).isZero();
        var days = java.time.temporal.ChronoUnit.DAYS.between(
                        inHalfAYear.minusDays(182), inHalfAYear.minusDays(182).plusYears(1))
                + 1;
        var used = SomeGifts.money(19900).share(days - 183, days);
        assertThat(giftOrders.find(owner.circle(), order.id()).orElseThrow().refunded())
                .isEqualTo(SomeGifts.money(2 * 19900).plus(used));
    }
}
