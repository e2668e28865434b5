package app.teahouse.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.applications.SomeApplications;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Time;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money goes back whole or in parts, or is taken back by a bank, and never twice. */
@TeahouseTest
class RefundsTest extends OrdersGround {
    @Autowired
    SomeCircles someCircles;

    @Autowired
    SomeApplications applications;

    @Autowired
    Circles circles;

    @Autowired
    RefundOrder refundOrder;

    @Autowired
    SettleOrders settleOrders;

    @Autowired
    Ledger ledger;

    @Test
    void a_first_payment_is_taken_back_within_hours_by_oneself_and_everything_returns() {
        some.fee(owner, 500, 10);
        var order = some.buy(owner, buyer, year);

        takeBack(order, buyer);
        takeBack(order, buyer);

        assertThat(some.isMember(owner, buyer)).isFalse();
        assertThat(rows.find(owner.circle(), order.id()).orElseThrow().state()).isEqualTo(Order.State.REFUNDED);
        assertThat(some.free(owner, Purpose.HELD)).isZero();
        assertThat(some.free(owner, Purpose.SITE_FEE)).isZero();
        payments.sendRefunds(Instant.now().plusSeconds(60));
        assertThat(jdbc.queryForObject(
                        "select state from orders.refund where circle_id = ? and order_id = ?",
                        String.class,
                        owner.circle().value(),
                        order.id().value()))
                .isEqualTo("done");
    }

    @Test
    void who_takes_it_back_before_staff_decide_does_not_wait_any_more() {
        jdbc.update(
                "update circles.circle set join_mode = 'application' where circle_id = ?",
                owner.circle().value());
        circles.changed(owner.circle());
        var order = some.buy(owner, buyer, year);
        assertThat(order.state()).isEqualTo(Order.State.WAITING);

        takeBack(order, buyer);
        assertThatThrownBy(() -> applications.approveAll(someCircles.staff(owner)))
                .hasMessage("application.none-chosen");
        assertThat(some.isMember(owner, buyer)).isFalse();
    }

    @Test
    void after_the_hours_and_for_renewals_one_asks_the_owner() {
        var order = some.buy(owner, buyer, year);
        assertThatThrownBy(() -> Time.at(Instant.now().plus(Duration.ofHours(73)), () -> {
                    takeBack(order, buyer);
                    return true;
                }))
                .hasMessage("refund.too-late");
        var renewal = some.buy(owner, buyer, year);
        assertThat(renewal.kind()).isEqualTo(Order.Kind.RENEW);
        assertThatThrownBy(() -> takeBack(renewal, buyer)).hasMessage("refund.not-first");
        assertThatThrownBy(() -> takeBack(order, people.someone())).hasMessage("order.unknown");
    }

    @Test
    void after_two_refunds_staff_decide_whether_one_buys_again() {
        takeBack(some.buy(owner, buyer, year), buyer);
        takeBack(some.buy(owner, buyer, year), buyer);
        assertThatThrownBy(() -> some.place(owner, buyer, year)).hasMessage("order.barred");
    }

    @Test
    void refunds_in_parts_return_the_fee_in_proportion_and_never_more_than_was_paid() throws Exception {
        some.fee(owner, 333, 7);
        var order = some.buy(owner, buyer, year);
        var attempts = AtOnce.run(List.<Callable<Boolean>>of(
                () -> some.byStaff(owner, order.id(), 9999, false),
                () -> some.byStaff(owner, order.id(), 9999, false),
                () -> some.byStaff(owner, order.id(), 9999, false)));
        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(2).containsOnly("refund.too-much");
        assertThat(some.isMember(owner, buyer)).isTrue();

        some.byStaff(owner, order.id(), 1, false);
        some.byStaff(owner, order.id(), 9900, false);

        assertThat(some.isMember(owner, buyer)).isFalse();
        assertThat(some.free(owner, Purpose.SITE_FEE)).isZero();
        assertThat(some.free(owner, Purpose.HELD)).isZero();
    }

    @Test
    void what_was_paid_out_is_not_there_to_be_given_back() {
        var order = some.buy(owner, buyer, year);
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        drain(19900);
        assertThatThrownBy(() -> some.byStaff(owner, order.id(), 19900, true)).hasMessage("refund.not-covered");
        assertThat(some.isMember(owner, buyer)).isTrue();
        assertThat(rows.find(owner.circle(), order.id()).orElseThrow().refunded())
                .isEqualTo(SomeOrders.money(0));
    }

    @Test
    void what_a_bank_takes_back_is_set_aside_and_comes_back_if_it_is_won() {
        some.fee(owner, 500, 0);
        var order = some.buy(owner, buyer, year);
        payments.dispute(owner.circle(), Objects.requireNonNull(order.checkout()), SomeOrders.money(10000));
        payments.dispute(owner.circle(), order.checkout(), SomeOrders.money(10000));
        var aside = Purse.of(Purpose.DISPUTED, order.id().value());

        assertThat(some.free(owner, aside)).isEqualTo(10000);
        assertThat(some.free(owner, Purpose.HELD)).isEqualTo(8905);
        assertThatThrownBy(() -> some.byStaff(owner, order.id(), 100, false)).hasMessage("refund.disputed");
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(some.free(owner, Purpose.AVAILABLE)).isZero();

        payments.endDispute(owner.circle(), order.checkout(), true);
        assertThat(some.free(owner, aside)).isZero();
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        assertThat(some.free(owner, Purpose.AVAILABLE)).isEqualTo(18905);
        assertThat(some.isMember(owner, buyer)).isTrue();
    }

    @Test
    void what_a_bank_keeps_is_gone_and_so_is_what_it_paid_for() {
        var order = some.buy(owner, buyer, year);
        settleOrders.step(Instant.now().plus(Duration.ofDays(4)));
        drain(15000);
        payments.dispute(owner.circle(), Objects.requireNonNull(order.checkout()), SomeOrders.money(19900));
        assertThat(some.free(owner, Purpose.AVAILABLE)).isZero();
        assertThat(some.free(owner, Purpose.OWED_TO_SITE)).isEqualTo(-15000);

        payments.endDispute(owner.circle(), order.checkout(), false);
        payments.endDispute(owner.circle(), order.checkout(), false);

        assertThat(some.free(owner, Purse.of(Purpose.DISPUTED, order.id().value())))
                .isZero();
        assertThat(some.isMember(owner, buyer)).isFalse();
    }

    private void takeBack(Order order, Person person) {
        refundOrder.byMember(
                person, owner.circle(), order.id(), new RefundId(order.id().value()));
    }

    /** As a payout would. */
    private void drain(long minor) {
        somePlans.move(
                owner.circle(), Purse.of(Purpose.AVAILABLE), Purse.of(Purpose.ON_ITS_WAY), SomeOrders.money(minor));
    }
}
