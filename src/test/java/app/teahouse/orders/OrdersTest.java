package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Time;
import app.teahouse.kernel.Visitor;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Prove;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.members.LeaveCircle;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.passes.SomePlans;
import app.teahouse.payments.RefundId;
import app.teahouse.payments.SomePayments;
import app.teahouse.plans.Plan;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Entry is sold, renewed, bettered and given back, and every cent of it stands in the ledger. */
@TeahouseTest
class OrdersTest {
    private static final Currency CNY = Currency.getInstance("CNY");

    @Autowired
    SomePlans somePlans;

    @Autowired
    SomePeople people;

    @Autowired
    SomePayments payments;

    @Autowired
    PlaceOrder placeOrder;

    @Autowired
    RefundOrder refundOrder;

    @Autowired
    SettleOrders settleOrders;

    @Autowired
    BeginTrial beginTrial;

    @Autowired
    ComeBack comeBack;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    OrderRows rows;

    @Autowired
    Passes passes;

    @Autowired
    Gate gate;

    @Autowired
    Ledger ledger;

    @Autowired
    Prove prove;

    @Autowired
    JdbcTemplate jdbc;

    private Owner owner;
    private Plan year;
    private Person buyer;

    @BeforeEach
    void aCircleThatCosts() {
        owner = somePlans.paidCircle();
        year = somePlans.plan(owner, "yearly", 19900);
        buyer = people.someone();
    }

    @AfterEach
    void everyCentIsThere() {
        assertThat(prove.prove(owner.circle(), Instant.now())).matches(Prove.Proof::holds);
    }

    @Test
    void who_pays_is_a_member_and_the_money_is_held_for_three_days() {
        fee(500, 0);
        var order = buy(buyer, year);

        assertThat(isMember(buyer)).isTrue();
        assertThat(order.state()).isEqualTo(Order.State.DONE);
        assertThat(order.fee()).isEqualTo(money(995));
        assertThat(free(Purpose.HELD)).isEqualTo(18905);
        assertThat(free(Purpose.SITE_FEE)).isEqualTo(995);

        settleOrders.step(Instant.now().plus(Duration.ofDays(2)));
        assertThat(free(Purpose.AVAILABLE)).isZero();
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(free(Purpose.AVAILABLE)).isEqualTo(18905);
        assertThat(free(Purpose.HELD)).isZero();
    }

    @Test
    void what_the_circle_got_itself_is_income_and_the_fee_a_debt() {
        fee(500, 0);
        var placed = place(buyer, year);
        payments.payToCircle(owner.circle(), Objects.requireNonNull(placed.checkout()));

        assertThat(isMember(buyer)).isTrue();
        assertThat(free(Purpose.INCOME_OUTSIDE)).isEqualTo(19900);
        assertThat(free(Purpose.OWED_TO_SITE)).isEqualTo(-995);
        assertThat(free(Purpose.HELD)).isZero();

        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(free(Purpose.AVAILABLE)).isZero();
        byStaff(placed.order(), 19900, true);
        assertThat(free(Purpose.OWED_TO_SITE)).isZero();
        assertThat(free(Purpose.INCOME_OUTSIDE)).isZero();
        assertThat(isMember(buyer)).isFalse();
    }

    @Test
    void two_orders_at_once_are_one() throws Exception {
        var placed = AtOnce.run(6, () -> place(buyer, year).order());

        assertThat(placed.done()).isNotEmpty();
        assertThat(jdbc.queryForObject(
                        "select count(*) from orders.entry where circle_id = ? and account_id = ? and state = 'open'",
                        Long.class,
                        owner.circle().value(),
                        buyer.account().value()))
                .isEqualTo(1);
    }

    @Test
    void another_plan_takes_the_place_of_what_was_only_begun_and_its_late_money_goes_back() {
        var month = somePlans.plan(owner, "monthly", 2900);
        var first = place(buyer, year);
        var second = place(buyer, month);

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
        var wish = new PlaceOrder.Wish(year.number(), List.of(), null, money(100));
        assertThatThrownBy(() -> placeOrder.place(onlooker(buyer), wish)).hasMessage("order.price-changed");
    }

    @Test
    void a_first_payment_is_taken_back_within_hours_by_oneself_and_everything_returns() {
        fee(500, 10);
        var order = buy(buyer, year);

        takeBack(order, buyer);
        takeBack(order, buyer);

        assertThat(isMember(buyer)).isFalse();
        assertThat(rows.find(owner.circle(), order.id()).orElseThrow().state()).isEqualTo(Order.State.REFUNDED);
        assertThat(free(Purpose.HELD)).isZero();
        assertThat(free(Purpose.SITE_FEE)).isZero();
        payments.sendRefunds(Instant.now().plusSeconds(60));
        assertThat(jdbc.queryForObject(
                        "select state from orders.refund where circle_id = ? and order_id = ?",
                        String.class,
                        owner.circle().value(),
                        order.id().value()))
                .isEqualTo("done");
    }

    @Test
    void after_the_hours_and_for_renewals_one_asks_the_owner() {
        var order = buy(buyer, year);
        assertThatThrownBy(() -> Time.at(Instant.now().plus(Duration.ofHours(73)), () -> {
                    takeBack(order, buyer);
                    return true;
                }))
                .hasMessage("refund.too-late");
        var renewal = buy(buyer, year);
        assertThat(renewal.kind()).isEqualTo(Order.Kind.RENEW);
        assertThatThrownBy(() -> takeBack(renewal, buyer)).hasMessage("refund.not-first");
        assertThatThrownBy(() -> takeBack(order, people.someone())).hasMessage("order.unknown");
    }

    @Test
    void after_two_refunds_staff_decide_whether_one_buys_again() {
        takeBack(buy(buyer, year), buyer);
        takeBack(buy(buyer, year), buyer);
        assertThatThrownBy(() -> place(buyer, year)).hasMessage("order.barred");
    }

    @Test
    void refunds_in_parts_return_the_fee_in_proportion_and_never_more_than_was_paid() throws Exception {
        fee(333, 7);
        var order = buy(buyer, year);
        var attempts = AtOnce.run(List.<Callable<Boolean>>of(
                () -> byStaff(order.id(), 9999, false),
                () -> byStaff(order.id(), 9999, false),
                () -> byStaff(order.id(), 9999, false)));
        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(2).containsOnly("refund.too-much");
        assertThat(isMember(buyer)).isTrue();

        byStaff(order.id(), 1, false);
        byStaff(order.id(), 9900, false);

        assertThat(isMember(buyer)).isFalse();
        assertThat(free(Purpose.SITE_FEE)).isZero();
        assertThat(free(Purpose.HELD)).isZero();
    }

    @Test
    void what_was_paid_out_is_not_there_to_be_given_back() {
        var order = buy(buyer, year);
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        drain(19900);
        assertThatThrownBy(() -> byStaff(order.id(), 19900, true)).hasMessage("refund.not-covered");
        assertThat(isMember(buyer)).isTrue();
        assertThat(rows.find(owner.circle(), order.id()).orElseThrow().refunded())
                .isEqualTo(money(0));
    }

    @Test
    void renewing_follows_on_and_a_better_plan_costs_the_difference() {
        buy(buyer, year);
        var first = pass();
        buy(buyer, year);
        var second = pass();
        assertThat(second.span().first())
                .isEqualTo(Objects.requireNonNull(first.span().last()).plusDays(1));

        var better = somePlans.better(owner, "yearly", 39900, 5);
        var upgrade = buy(buyer, better);
        assertThat(upgrade.kind()).isEqualTo(Order.Kind.UPGRADE);
        assertThat(pass().plan()).isEqualTo(better.id());
        assertThat(pass().span().last()).isEqualTo(second.span().last());
        assertThatThrownBy(() -> place(buyer, year)).hasMessage("order.lower-plan");
    }

    @Test
    void for_good_is_for_good() {
        var forGood = somePlans.better(owner, "lifetime", 99900, 9);
        buy(buyer, forGood);
        assertThat(pass().isForGood()).isTrue();
        assertThatThrownBy(() -> place(buyer, year)).hasMessage("order.for-good-already");
    }

    @Test
    void one_tries_once_and_buys_then() {
        var tried = somePlans.trial(owner, 7);
        beginTrial.begin(onlooker(buyer), tried.number(), null);
        assertThat(isMember(buyer)).isTrue();
        assertThat(pass().source()).isEqualTo(Pass.Source.TRIAL);
        assertThatThrownBy(() -> beginTrial.begin(onlooker(buyer), tried.number(), null))
                .hasMessage("order.no-trial");
        assertThat(Time.at(Instant.now().plus(Duration.ofDays(9)), () -> isMember(buyer)))
                .isFalse();
        buy(buyer, tried);
        assertThat(pass().source()).isEqualTo(Pass.Source.PAID);
    }

    @Test
    void who_leaves_keeps_the_time_and_comes_back_for_nothing() {
        buy(buyer, year);
        leaveCircle.leave(gate.member(new Visitor(buyer), slug()));
        assertThat(isMember(buyer)).isFalse();

        comeBack.comeBack(onlooker(buyer), buyer);
        assertThat(isMember(buyer)).isTrue();
        assertThatThrownBy(() -> comeBack.comeBack(onlooker(people.someone()), people.someone()))
                .hasMessage("join.payment-needed");
    }

    @Test
    void paid_twice_at_once_one_order_is_fulfilled_once() throws Exception {
        var placed = place(buyer, year);
        AtOnce.run(4, () -> {
            try {
                payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));
            } catch (Refusal refusal) {
                assertThat(refusal.code()).startsWith("checkout.");
            }
            return true;
        });
        assertThat(passes.pieces(owner.circle(), buyer.account())).hasSize(1);
        assertThat(free(Purpose.HELD)).isEqualTo(19900);
    }

    private Order buy(Person person, Plan plan) {
        var placed = place(person, plan);
        payments.pay(owner.circle(), Objects.requireNonNull(placed.checkout()));
        return rows.find(owner.circle(), placed.order()).orElseThrow();
    }

    private PlaceOrder.Placed place(Person person, Plan plan) {
        return placeOrder.place(onlooker(person), new PlaceOrder.Wish(plan.number(), List.of(), null, null));
    }

    private Onlooker onlooker(Person person) {
        return gate.onlooker(new Visitor(person), slug());
    }

    private String slug() {
        return owner.member().face().slug();
    }

    private boolean isMember(Person person) {
        try {
            gate.member(new Visitor(person), slug());
            return true;
        } catch (Refusal refusal) {
            return false;
        }
    }

    private Pass pass() {
        return passes.of(owner.circle(), buyer.account()).orElseThrow();
    }

    private boolean byStaff(OrderId order, long minor, boolean ends) {
        refundOrder.byStaff(
                somePlans.partner(owner),
                order,
                new RefundOrder.Wish(new RefundId(Ids.next()), money(minor), "With regret", ends));
        return true;
    }

    private void takeBack(Order order, Person person) {
        refundOrder.byMember(
                person, owner.circle(), order.id(), new RefundId(order.id().value()));
    }

    private void fee(int basisPoints, long fixed) {
        jdbc.update(
                "insert into orders.fee values (?, 'CNY', ?, ?, ?, now())",
                owner.circle().value(),
                basisPoints,
                fixed,
                owner.account().value());
    }

    /** As a payout would. */
    private void drain(long minor) {
        somePlans.move(owner.circle(), Purse.of(Purpose.AVAILABLE), Purse.of(Purpose.ON_ITS_WAY), money(minor));
    }

    private static Money money(long minor) {
        return new Money(minor, CNY);
    }

    private long free(Purpose purpose) {
        return ledger.free(owner.circle(), Purse.of(purpose), CNY).minor();
    }
}
