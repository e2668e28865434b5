package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Time;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.members.LeaveCircle;
import app.teahouse.offers.BeginTrial;
import app.teahouse.offers.ComeBack;
import app.teahouse.offers.PlaceOrder;
import app.teahouse.passes.Pass;
import app.teahouse.questions.Replies;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Entry is sold, renewed and bettered, and every cent of it stands in the ledger. */
@TeahouseTest
class OrdersTest extends OrdersGround {
    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    SettleOrders settleOrders;

    @Autowired
    BeginTrial beginTrial;

    @Autowired
    ComeBack comeBack;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    Gate gate;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void who_pays_is_a_member_and_the_money_is_held_for_three_days() {
        some.fee(owner, 500, 0);
        var order = some.buy(owner, buyer, year);

        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThat(order.state()).isEqualTo(Order.State.DONE);
        assertThat(order.fee()).isEqualTo(SomeOrders.money(995));
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(18905);
        assertThat(some.free(owner, Purpose.SITE_FEE)).isEqualTo(995);

        settleOrders.step(Instant.now().plus(Duration.ofDays(2)));
        assertThat(some.free(owner, Purpose.AVAILABLE)).isZero();
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(some.free(owner, Purpose.AVAILABLE)).isEqualTo(18905);
        assertThat(some.free(owner, Purpose.HELD)).isZero();
    }

    @Test
    void what_the_circle_got_itself_is_income_and_the_fee_a_debt() {
        some.fee(owner, 500, 0);
        var placed = some.place(owner, buyer, year);
        payments.payToCircle(owner.circle(), Objects.requireNonNull(placed.checkout()));

        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThat(some.free(owner, Purpose.INCOME_OUTSIDE)).isEqualTo(19900);
        assertThat(some.free(owner, Purpose.OWED_TO_SITE)).isEqualTo(-995);
        assertThat(some.free(owner, Purpose.HELD)).isZero();

        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(some.free(owner, Purpose.AVAILABLE)).isZero();
        some.byStaff(owner, placed.order(), 19900, true);
        assertThat(some.free(owner, Purpose.OWED_TO_SITE)).isZero();
        assertThat(some.free(owner, Purpose.INCOME_OUTSIDE)).isZero();
        assertThat(some.isMember(owner, buyer)).isFalse();
    }

    @Test
    void two_orders_at_once_are_one() throws Exception {
        var placed = AtOnce.run(6, () -> some.place(owner, buyer, year).order());

        assertThat(placed.done()).isNotEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from orders.entry where circle_id = ? and account_id = ? and state = 'open'",
                        Long.class,
                        owner.circle().value(),
                        buyer.account().value()))
                .isEqualTo(1);
    }

    /** As a program's two requests do, each with its own key in its own transaction. */
    @Test
    void in_transactions_of_others_two_orders_at_once_are_one_too() throws Exception {
        var placed = AtOnce.run(
                6,
                () -> Objects.requireNonNull(
                        transaction.execute(_ -> some.place(owner, buyer, year).order())));
        assertThat(placed.refused()).isEmpty();
        assertThat(Set.copyOf(placed.done())).hasSize(1);
    }

    @Test
    void what_costs_nothing_is_given_once_however_often_it_is_pressed() throws Exception {
        var free = somePlans.freeTo(owner, LocalDate.now(ZoneOffset.UTC).plusDays(5));
        AtOnce.run(6, () -> some.place(owner, buyer, free).order());
        assertThat(passes.pieces(owner.circle(), buyer.account())).hasSize(1);
    }

    @Test
    void another_plan_takes_the_place_of_what_was_only_begun_and_its_late_money_goes_back() {
        var month = somePlans.plan(owner, "monthly", 2900);
        var first = some.place(owner, buyer, year);
        var second = some.place(owner, buyer, month);

        assertThat(rows.find(owner.circle(), first.order()).orElseThrow().state())
                .isEqualTo(Order.State.CANCELLED);
        payments.pay(owner.circle(), Objects.requireNonNull(second.checkout()));
        assertThat(passes.of(owner.circle(), buyer.account()).orElseThrow().plan())
                .isEqualTo(month.id());
        assertThatThrownBy(() -> payments.pay(owner.circle(), Objects.requireNonNull(first.checkout())))
                .hasMessage("checkout.over");
    }

    @Test
    void the_price_that_was_shown_must_still_hold() {
        var wish = new PlaceOrder.Wish(year.number(), Replies.NONE, null, SomeOrders.money(100));
        assertThatThrownBy(() -> placeOrder.place(some.onlooker(owner, buyer), wish))
                .hasMessage("order.price-changed");
    }

    @Test
    void renewing_follows_on_and_a_better_plan_costs_the_difference() {
        some.buy(owner, buyer, year);
        var first = pass();
        some.buy(owner, buyer, year);
        var second = pass();
        assertThat(second.span().first())
                .isEqualTo(Objects.requireNonNull(first.span().last()).plusDays(1));

        var better = somePlans.better(owner, "yearly", 39900, 5);
        var upgrade = some.buy(owner, buyer, better);
        assertThat(upgrade.kind()).isEqualTo(Order.Kind.UPGRADE);
        assertThat(pass().plan()).isEqualTo(better.id());
        assertThat(pass().span().last()).isEqualTo(second.span().last());
        assertThatThrownBy(() -> some.place(owner, buyer, year)).hasMessage("order.lower-plan");
    }

    @Test
    void for_good_is_for_good() {
        var forGood = somePlans.better(owner, "lifetime", 99900, 9);
        some.buy(owner, buyer, forGood);
        assertThat(pass().isForGood()).isTrue();
        assertThatThrownBy(() -> some.place(owner, buyer, year)).hasMessage("order.for-good-already");
        assertThatThrownBy(() -> some.place(owner, buyer, forGood)).hasMessage("order.for-good-already");
    }

    @Test
    void who_upgrades_twice_pays_each_difference_once() {
        some.buy(owner, buyer, somePlans.better(owner, "lifetime", 30000, 2));
        var middle = some.buy(owner, buyer, somePlans.better(owner, "lifetime", 50000, 3));
        assertThat(middle.amount()).isEqualTo(SomeOrders.money(20000));
        var top = some.buy(owner, buyer, somePlans.better(owner, "lifetime", 99900, 9));
        assertThat(top.amount()).isEqualTo(SomeOrders.money(49900));
        assertThat(pass().isForGood()).isTrue();

        var other = people.someone();
        some.buy(owner, other, year);
        some.buy(owner, other, somePlans.better(owner, "yearly", 39900, 5));
        var last = some.buy(owner, other, somePlans.better(owner, "yearly", 59900, 6));
        // Nearly the whole year is left: the price of it less nearly all that was paid for it.
        assertThat(last.amount().minor()).isBetween(19800L, 20200L);
    }

    @Test
    void one_tries_once_and_buys_then() {
        var tried = somePlans.trial(owner, 7);
        beginTrial.begin(some.onlooker(owner, buyer), tried.number(), null, null);
        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThat(pass().source()).isEqualTo(Pass.Source.TRIAL);
        assertThatThrownBy(() -> beginTrial.begin(some.onlooker(owner, buyer), tried.number(), null, null))
                .hasMessage("order.no-trial");
        assertThat(Time.at(Instant.now().plus(Duration.ofDays(9)), () -> some.isMember(owner, buyer)))
                .isFalse();
        some.buy(owner, buyer, tried);
        assertThat(pass().source()).isEqualTo(Pass.Source.PAID);
    }

    @Test
    void who_leaves_keeps_the_time_and_comes_back_for_nothing() {
        some.buy(owner, buyer, year);
        leaveCircle.leave(gate.member(new Visitor(buyer), slug()));
        assertThat(some.isMember(owner, buyer)).isFalse();

        comeBack.comeBack(some.onlooker(owner, buyer), buyer);
        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThatThrownBy(() -> comeBack.comeBack(some.onlooker(owner, people.someone()), people.someone()))
                .hasMessage("join.payment-needed");
    }

    @Test
    void paid_twice_at_once_one_order_is_fulfilled_once() throws Exception {
        var placed = some.place(owner, buyer, year);
        AtOnce.run(4, () -> {
            try {
                payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));
            } catch (Refusal refusal) {
                assertThat(refusal.code()).startsWith("checkout.");
            }
            return true;
        });
        assertThat(passes.pieces(owner.circle(), buyer.account())).hasSize(1);
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(19900);
    }

    private Pass pass() {
        return passes.of(owner.circle(), buyer.account()).orElseThrow();
    }

    private String slug() {
        return owner.member().face().slug();
    }
}
