package app.teahouse.gifts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.endings.Hindrance;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Time;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.orders.GiftOrders;
import app.teahouse.orders.Order;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What a present costs, and how its money goes back card by card, with the fee in proportion. */
@TeahouseTest
class GiftMoneyTest {
    @Autowired
    SomeGifts some;

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    ReturnCard returnCard;

    @Autowired
    ReturnUnused returnUnused;

    @Autowired
    GiftOrders giftOrders;

    @Autowired
    List<Hindrance> hindrances;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    private Owner owner;
    private Partner partner;
    private Plan year;
    private Person giver;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        partner = somePlans.partner(owner);
        year = somePlans.trial(owner, 7);
        giver = people.someone("Lin");
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

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

    private long held() {
        return hindrances.stream()
                .flatMap(one -> one.of(owner.circle()).stream())
                .filter(one -> one.key().equals("gifts.hindrance"))
                .mapToLong(one -> (Long) one.facts().get("count"))
                .sum();
    }

    private void byGiver(Order order, int number) {
        returnCard.byGiver(giver, owner.circle(), order.id(), number);
    }

    private void byStaff(Order order, int number, @org.jspecify.annotations.Nullable Long minor) {
        Money amount = minor == null ? null : SomeGifts.money(minor);
        returnCard.byStaff(partner, order.id(), number, amount, "With regret");
    }

    private void fee(int basisPoints, long fixed) {
        jdbc.update(
                "insert into orders.fee values (?, 'CNY', ?, ?, ?, now())",
                owner.circle().value(),
                basisPoints,
                fixed,
                owner.account().value());
    }
}
