package app.teahouse.payments;

import static app.teahouse.payments.SomeCheckouts.PRICE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.payments.Checkout.Cancelled;
import app.teahouse.payments.Checkout.Expired;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.payments.Checkout.Paid;
import app.teahouse.payments.TakePayment.Outcome;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A checkout that is not paid in time, at a gateway that is down or will not have it, or by somebody else: nothing is lost. */
@TeahouseTest
class CheckoutEndsTest extends CheckoutGround {
    @Test
    void while_the_gateway_is_down_nothing_is_lost() {
        var attempt = some.begin(checkout, way);
        gateway.pay(attempt, PRICE, null);
        gateway.down.add(attempt.value());

        askDue(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(state()).isInstanceOf(Open.class);

        gateway.down.remove(attempt.value());
        askDue(Instant.now().plus(Duration.ofMinutes(3)));
        assertThat(state()).isInstanceOf(Paid.class);
    }

    @Test
    void what_a_gateway_can_not_begin_costs_nothing_and_is_begun_again_with_the_same_id() {
        gateway.allDown = true;
        try {
            assertThatThrownBy(() -> some.begin(checkout, way)).hasMessage("payment.gateway-down");
        } finally {
            gateway.allDown = false;
        }
        assertThat(states()).containsExactly("closed");
        var attempt = some.begin(checkout, way);
        assertThat(states()).containsExactly("open");
        assertThat(jdbc.queryForObject(
                        "select count(*) from payments.attempt where circle_id = ?", Long.class, circle.value()))
                .isEqualTo(1);
        assertThat(some.begin(checkout, way)).isEqualTo(attempt);
    }

    @Test
    void what_a_gateway_will_not_have_leaves_nothing_open_and_the_next_try_is_another() {
        gateway.unwilling = true;
        try {
            assertThatThrownBy(() -> some.begin(checkout, way)).hasMessage("payment.no-such-way");
        } finally {
            gateway.unwilling = false;
        }
        assertThat(states()).containsExactly("declined");
        some.begin(checkout, way);
        assertThat(states()).containsExactly("declined", "open");
    }

    @Test
    void before_it_expires_the_gateway_is_asked_once_more_and_what_was_paid_in_time_is_sold() {
        var attempt = some.begin(checkout, way);
        gateway.pay(attempt, PRICE, null);

        expire();

        assertThat(state()).isInstanceOf(Paid.class);
        assertThat(seller.told(checkout.about())).containsExactly("paid 9900 CNY");
    }

    @Test
    void what_nobody_pays_expires_is_closed_at_the_gateway_and_money_that_comes_after_all_goes_back() throws Exception {
        var attempt = some.begin(checkout, way);
        expire();
        assertThat(state()).isInstanceOf(Expired.class);
        assertThat(seller.told(checkout.about())).containsExactly("gone");
        askDue(Instant.now().plus(Duration.ofMinutes(1)));
        assertThat(gateway.closed).contains(attempt);

        var late = gateway.pay(attempt, PRICE, null);
        hearGateway.hear(way, gateway.tell("late" + attempt.value(), new News.Paid(attempt, late)));
        send();

        assertThat(state()).isInstanceOf(Expired.class);
        assertThat(seller.told(checkout.about())).containsExactly("gone");
        assertThat(collected()).isZero();
    }

    @Test
    void paid_and_expired_at_once_it_is_one_of_both_and_no_cent_is_lost() throws Exception {
        for (var round = 0; round < 5; round++) {
            var one = some.open(circle);
            var attempt = some.begin(one, way);
            var paid = new Found.Paid("p" + attempt.value(), PRICE, Instant.now(), null);
            var outcome = AtOnce.run(List.<Callable<Object>>of(
                    () -> takePayment.take(circle, attempt, paid),
                    () -> endCheckout.expire(circle, one.id(), Instant.now().plus(Duration.ofHours(1)))));

            assertThat(outcome.done()).hasSize(2);
            var sold = outcome.done().contains(Outcome.SOLD);
            assertThat(outcome.done()).contains(sold ? false : Outcome.GOES_BACK);
            assertThat(seller.told(one.about())).containsExactly(sold ? "paid 9900 CNY" : "gone");
        }
    }

    @Test
    void the_payer_alone_pays_and_cancels() {
        var other = people.someone().account();
        assertThatThrownBy(() -> endCheckout.cancel(other, circle, checkout.id()))
                .hasMessage("checkout.unknown");

        endCheckout.cancel(checkout.payer(), circle, checkout.id());

        assertThat(state()).isInstanceOf(Cancelled.class);
        assertThatThrownBy(() -> some.begin(checkout, way)).hasMessage("checkout.over");
        assertThatThrownBy(() -> endCheckout.cancel(checkout.payer(), circle, checkout.id()))
                .hasMessage("checkout.over");
    }

    @Test
    void for_one_thing_there_is_one_checkout_at_a_time_also_when_asked_at_once() throws Exception {
        var payer = people.someone().account();
        var about = Ids.next();
        var opened = AtOnce.run(8, () -> some.open(circle, payer, about, PRICE).id());

        assertThat(opened.done()).hasSize(8);
        assertThat(opened.done().stream().distinct()).hasSize(1);
        assertThatThrownBy(() -> some.open(circle, payer, about, Money.of(1, "CNY")))
                .hasMessage("checkout.other");
        endCheckout.withdraw(circle, opened.done().getFirst());
        assertThat(some.open(circle, payer, about, PRICE).id())
                .isNotEqualTo(opened.done().getFirst());
    }
}
