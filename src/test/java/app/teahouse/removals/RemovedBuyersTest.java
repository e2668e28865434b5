package app.teahouse.removals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Partner;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrdersGround;
import app.teahouse.removals.Removal.Back;
import app.teahouse.removals.Removal.Money;
import app.teahouse.removals.Removal.MoneyState;
import app.teahouse.removals.Removal.Words;
import app.teahouse.testing.Held;
import app.teahouse.testing.TeahouseTest;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of the money of somebody who is removed; every cent of it is explained afterwards. */
@TeahouseTest
class RemovedBuyersTest extends OrdersGround {
    @Autowired
    Held held;

    @Autowired
    Remove remove;

    @Autowired
    Removals removals;

    @Autowired
    UndoRemoval undoRemoval;

    @Autowired
    SettleMoney settleMoney;

    @Autowired
    SomeCircles circles;

    @Autowired
    TransactionTemplate transaction;

    private RemovalId out(Back back) {
        return remove.remove(
                        circles.staff(owner),
                        List.of(number()),
                        new Remove.Wish("Advertisements", back, null, Words.KEEP))
                .getFirst();
    }

    private long number() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select number from members.membership where circle_id = ? and account_id = ?",
                Long.class,
                owner.circle().value(),
                buyer.account().value()));
    }

    private Order again(Order order) {
        return rows.find(owner.circle(), order.id()).orElseThrow();
    }

    private MoneyState state(RemovalId id) {
        return removals.find(owner.circle(), id).ofMoney().state();
    }

    @Test
    void the_owner_decides_once_and_the_unused_part_goes_back() {
        var order = some.buy(owner, buyer, year);
        var id = out(Back.ASK);
        assertThat(state(id)).isEqualTo(MoneyState.OPEN);

        assertThat(settleMoney.settle(circles.partner(owner), id, Money.UNUSED)).isEmpty();
        assertThat(again(order).refunded().minor()).isPositive();
        assertThat(state(id)).isEqualTo(MoneyState.DONE);
        assertThatThrownBy(() -> settleMoney.settle(circles.partner(owner), id, Money.ALL))
                .hasMessage("removal.money-decided");
    }

    /** The gateway said no, and then they were taken back in: there is nothing left to decide, so nothing waits. */
    @Test
    void who_is_back_leaves_no_money_waiting() {
        some.buy(owner, buyer, year);
        var id = out(Back.ASK);
        jdbc.update(
                "update removals.removal set money = 'all', money_state = 'trouble', trouble = 'no' where circle_id = ?",
                owner.circle().value());
        undoRemoval.undo(circles.staff(owner), List.of(id));
        assertThat(removals.page(owner.circle(), true, null, 10).items()).isEmpty();
        assertThat(removals.page(owner.circle(), false, null, 10).items()).hasSize(1);
        assertThatThrownBy(() -> settleMoney.settle(circles.partner(owner), id, Money.ALL))
                .hasMessage("removal.no-money");
    }

    /** Without the row held while it is decided, both give back. */
    @Test
    void of_two_who_decide_at_once_one_does() throws Exception {
        var order = some.buy(owner, buyer, year);
        var id = out(Back.ASK);
        Partner partner = circles.partner(owner);
        assertThat(held.then(
                        () -> settleMoney.settle(partner, id, Money.NOTHING),
                        () -> settleMoney.settle(partner, id, Money.ALL)))
                .isEqualTo("removal.money-decided");
        assertThat(again(order).refunded().isZero()).isTrue();
    }

    @Test
    void who_is_kept_out_buys_nothing_and_what_arrives_too_late_goes_back() {
        some.buy(owner, buyer, year);
        var begun = some.place(owner, buyer, year);
        out(Back.NEVER);
        assertThatThrownBy(() -> some.place(owner, buyer, year)).hasMessage("join.barred");
        payments.pay(owner.circle(), Objects.requireNonNull(begun.checkout()));
        assertThat(some.isMember(owner, buyer)).isFalse();
        assertThat(rows.find(owner.circle(), begun.order()).orElseThrow().state())
                .isEqualTo(Order.State.CANCELLED);
    }

    /** Without the membership held while what was paid is given, who was removed a moment ago is in again. */
    @Test
    void of_a_payment_and_a_removal_at_once_nobody_is_in_who_is_out() throws Exception {
        some.buy(owner, buyer, year);
        var begun = Objects.requireNonNull(some.place(owner, buyer, year).checkout());
        assertThat(held.then(() -> out(Back.ASK), () -> {
                    payments.pay(owner.circle(), begun);
                    return "paid";
                }))
                .isEmpty();
        assertThat(some.isMember(owner, buyer)).isFalse();
        assertThat(rows.only(owner.circle(), buyer.account(), Order.State.WAITING))
                .isPresent();
    }
}
