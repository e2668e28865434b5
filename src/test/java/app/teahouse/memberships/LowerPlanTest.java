package app.teahouse.memberships;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.RefundId;
import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Time;
import app.teahouse.members.SomeCircles;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrdersGround;
import app.teahouse.orders.RefundOrder;
import app.teahouse.orders.SomeOrders;
import app.teahouse.passes.ChangePass;
import app.teahouse.passes.ChangePrice;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plan;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A lower plan lowers nothing before what is there is used up. */
@TeahouseTest
class LowerPlanTest extends OrdersGround {
    @Autowired
    SomeCircles circles;

    @Autowired
    ChangePrice changePrice;

    @Autowired
    ChangePass changePass;

    @Autowired
    RefundOrder refundOrder;

    @Autowired
    Jobs jobs;

    private Plan month;

    @BeforeEach
    void thatCanBeHadByTheMonth() {
        month = somePlans.plan(owner, "monthly", 2900);
    }

    @Test
    void who_renews_early_by_a_smaller_plan_keeps_the_better_one_to_its_last_day() {
        var better = somePlans.better(owner, "yearly", 39900, 5);
        some.buy(owner, buyer, better);
        changePass.next(owner.circle(), buyer, month.number());
        some.buy(owner, buyer, month);

        assertThat(pass().plan()).isEqualTo(month.id());
        assertThat(tier()).isEqualTo(5);
        jobs.run("passes.next", Instant.now());
        assertThat(tier()).isEqualTo(5);

        var first = pass().span().first();
        assertThat(first).isAfter(today().plusDays(360));
        var then = first.atStartOfDay(owner.member().face().zone()).toInstant();
        onThatDay(then);
        assertThat(tier()).isEqualTo(1);
    }

    @Test
    void whose_time_is_free_until_a_day_keeps_all_of_it_until_then() {
        owner = wasFree(ChangePrice.Choice.PROMISED, today().plusDays(40));
        some.buy(owner, buyer, month);

        assertThat(tier()).isEqualTo(9);
        assertThat(pass().span().first()).isEqualTo(today().plusDays(41));
        var before = Passes.current(passes.pieces(owner.circle(), buyer.account()), today());
        assertThat(before.map(Passes.Piece::source)).contains(Pass.Source.PROMISED);

        var then = Instant.now().plus(Duration.ofDays(42));
        onThatDay(then);
        assertThat(tier()).isEqualTo(1);
    }

    @Test
    void the_first_payment_of_who_was_free_until_a_day_can_be_taken_back_and_a_second_is_a_renewal() {
        owner = wasFree(ChangePrice.Choice.PROMISED, today().plusDays(40));
        var first = some.buy(owner, buyer, month);
        assertThat(first.kind()).isEqualTo(Order.Kind.JOIN);
        assertThat(first.firstDay()).isEqualTo(today().plusDays(41));

        refundOrder.byMember(
                buyer, owner.circle(), first.id(), new RefundId(first.id().value()));
        assertThat(pass().source()).isEqualTo(Pass.Source.PROMISED);
        assertThat(pass().span().last()).isEqualTo(today().plusDays(40));

        assertThat(some.buy(owner, buyer, month).kind()).isEqualTo(Order.Kind.JOIN);
        assertThat(some.buy(owner, buyer, month).kind()).isEqualTo(Order.Kind.RENEW);
    }

    @Test
    void a_year_follows_on_a_month_of_the_same() {
        some.buy(owner, buyer, month);
        var year = somePlans.plan(owner, "yearly", 19900);
        var order = some.buy(owner, buyer, year);

        assertThat(order.kind()).isEqualTo(Order.Kind.RENEW);
        assertThat(order.amount()).isEqualTo(SomeOrders.money(19900));
        assertThat(order.firstDay()).isAfter(today().plusDays(27));
    }

    @Test
    void the_same_end_for_all_is_sold_once_and_a_better_one_for_the_difference() {
        var season = somePlans.plan(owner, "until-" + today().plusDays(100), 9900);
        some.buy(owner, buyer, season);
        assertThatThrownBy(() -> some.place(owner, buyer, season)).hasMessage("order.no-later");

        var other = people.someone();
        some.buy(owner, other, month);
        var better = somePlans.better(owner, "until-" + today().plusDays(100), 9900, 4);
        var upgrade = some.buy(owner, other, better);
        assertThat(upgrade.lastDay()).isEqualTo(today().plusDays(100));
        assertThat(upgrade.amount().minor()).isBetween(7000L, 7200L);
    }

    @Test
    void who_is_in_renews_at_the_price_they_came_in_for_or_the_lower_one() {
        some.buy(owner, buyer, month);
        price(3900);
        assertThat(some.buy(owner, buyer, month).amount()).isEqualTo(SomeOrders.money(2900));
        assertThat(some.buy(owner, people.someone(), month).amount()).isEqualTo(SomeOrders.money(3900));
        price(1900);
        assertThat(some.buy(owner, buyer, month).amount()).isEqualTo(SomeOrders.money(1900));
    }

    private void price(long minor) {
        jdbc.update(
                "update plans.plan set amount = ? where plan_id = ?",
                minor,
                month.id().value());
    }

    @Test
    void who_stays_free_for_good_is_sold_nothing() {
        owner = wasFree(ChangePrice.Choice.KEPT, null);
        assertThatThrownBy(() -> some.place(owner, buyer, month)).hasMessage("order.for-good-already");
    }

    /** A circle of the buyer's that was free until now. */
    private Owner wasFree(ChangePrice.Choice choice, @Nullable LocalDate until) {
        var free = circles.someOwner();
        circles.join(free, buyer);
        month = somePlans.plan(free, "monthly", 2900);
        changePrice.toPaid(somePlans.partner(free), choice, until);
        jobs.run("passes.turn-members", Instant.now());
        return free;
    }

    private void onThatDay(Instant moment) {
        Time.at(moment, () -> {
            jobs.run("passes.next", moment);
            return true;
        });
    }

    private Pass pass() {
        return passes.of(owner.circle(), buyer.account()).orElseThrow();
    }

    private int tier() {
        return Objects.requireNonNull(jdbc.queryForObject(
                "select tier from members.membership where circle_id = ? and account_id = ?",
                Integer.class,
                owner.circle().value(),
                buyer.account().value()));
    }

    private LocalDate today() {
        return Calendar.today(Instant.now(), owner.member().face().zone());
    }
}
