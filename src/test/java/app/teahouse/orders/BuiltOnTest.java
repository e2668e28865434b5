package app.teahouse.orders;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plan;
import app.teahouse.testing.TeahouseTest;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What stands on an order goes back before it, or moves to where it stood: nobody has time that nobody paid for. */
@TeahouseTest
class BuiltOnTest extends OrdersGround {
    @Autowired
    RefundOrder refundOrder;

    @Autowired
    GivePass givePass;

    @Autowired
    TransactionTemplate transaction;

    private Plan month;
    private Order first;

    @BeforeEach
    void somebodyWhoBought() {
        month = somePlans.plan(owner, "monthly", 2900);
        first = some.buy(owner, buyer, month);
    }

    @Test
    void a_better_plan_goes_back_before_what_it_was_reckoned_with() {
        var better = some.buy(owner, buyer, somePlans.better(owner, "yearly", 39900, 5));

        assertThatThrownBy(this::takeBack).hasMessage("refund.later-order");
        assertThatThrownBy(() -> some.byStaff(owner, first.id(), 2900, false)).hasMessage("refund.later-order");
        assertThatThrownBy(() -> some.byStaff(owner, first.id(), 100, true)).hasMessage("refund.later-order");
        some.byStaff(owner, first.id(), 100, false);

        some.byStaff(owner, better.id(), better.amount().minor(), true);
        some.byStaff(owner, first.id(), 2800, true);
        assertThat(some.isMember(owner, buyer)).isFalse();
    }

    @Test
    void a_better_plan_that_cost_nothing_more_ends_with_it() {
        var better = some.buy(owner, buyer, somePlans.better(owner, "yearly", 39900, 5));
        some.byStaff(owner, better.id(), better.amount().minor(), true);
        var same = some.place(owner, buyer, somePlans.better(owner, "monthly", 2900, 4));
        assertThat(same.checkout()).isNull();

        takeBack();

        assertThat(some.isMember(owner, buyer)).isFalse();
        assertThat(passes.pieces(owner.circle(), buyer.account())).isEmpty();
    }

    @Test
    void of_what_staff_gave_a_part_back_the_rest_is_taken_back_once() {
        some.byStaff(owner, first.id(), 1000, false);
        takeBack();
        takeBack();
        var order = rows.find(owner.circle(), first.id()).orElseThrow();
        assertThat(order.refunded()).isEqualTo(SomeOrders.money(2900));
        assertThat(order.state()).isEqualTo(Order.State.REFUNDED);
        assertThat(some.isMember(owner, buyer)).isFalse();
    }

    @Test
    void a_renewal_goes_back_before_what_it_follows_on() {
        some.buy(owner, buyer, month);
        assertThatThrownBy(this::takeBack).hasMessage("refund.later-order");
    }

    @Test
    void a_present_that_follows_on_begins_today_when_what_was_before_it_went_back() {
        var year = somePlans.plan(owner, "days-100", 19900);
        transaction.executeWithoutResult(_ -> givePass.give(
                owner.circle(),
                buyer.account(),
                new GivePass.Gift(Ids.next(), year, Pass.Source.GIFT, year.price(), GivePass.Manner.FOLLOW_ON, null)));
        assertThat(pass().span().last()).isAfter(today().plusDays(120));

        takeBack();

        assertThat(pass().span().first()).isEqualTo(today());
        assertThat(pass().span().last()).isEqualTo(today().plusDays(99));
        assertThat(some.isMember(owner, buyer)).isTrue();
    }

    @Test
    void what_lasts_until_a_day_begins_today_and_ends_on_that_day() {
        var until = today().plusDays(200);
        transaction.executeWithoutResult(_ -> givePass.give(
                owner.circle(),
                buyer.account(),
                new GivePass.Gift(
                        Ids.next(),
                        null,
                        Pass.Source.COMP,
                        Money.of(0, "CNY"),
                        GivePass.Manner.FOLLOW_ON,
                        new Calendar.Span(requireNonNull(pass().span().last()).plusDays(1), until, 1))));

        takeBack();

        assertThat(pass().span().first()).isEqualTo(today());
        assertThat(pass().span().last()).isEqualTo(until);
    }

    @Test
    void a_payment_that_follows_on_a_present_moves_with_its_order() {
        var piece = Ids.next();
        var other = people.someone();
        transaction.executeWithoutResult(_ -> givePass.give(
                owner.circle(),
                other.account(),
                new GivePass.Gift(piece, month, Pass.Source.GIFT, month.price(), GivePass.Manner.FOLLOW_ON, null)));
        var order = some.buy(owner, other, month);
        transaction.executeWithoutResult(_ -> givePass.takeBack(owner.circle(), other.account(), piece));

        var moved = rows.find(owner.circle(), order.id()).orElseThrow();
        assertThat(moved.firstDay()).isEqualTo(today());
        assertThat(moved.lastDay()).isBefore(order.lastDay());
    }

    private void takeBack() {
        refundOrder.byMember(
                buyer, owner.circle(), first.id(), new RefundId(first.id().value()));
    }

    private Pass pass() {
        return passes.of(owner.circle(), buyer.account()).orElseThrow();
    }

    private LocalDate today() {
        return Calendar.today(Instant.now(), owner.member().face().zone());
    }
}
