package app.teahouse.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.Gateway.ChargeAsk;
import app.teahouse.gateways.Gateway.Charged;
import app.teahouse.gateways.Gateway.RefundAsk;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Ids;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charging a card while its owner is away, and giving back. */
class KeptCardsTest extends StripeAtHand {
    @Test
    void money_goes_back_once_even_if_it_is_asked_for_again_days_later() throws Unreachable {
        var payment = paidWith(1990);
        var half = refund(payment, 990);

        assertThat(gateway.refund(RIGHT, half)).isInstanceOf(Refunded.Done.class);
        stripe.aDayLater();
        assertThat(gateway.refund(RIGHT, half)).isInstanceOf(Refunded.Done.class);
        assertThat(gateway.refund(RIGHT, refund(payment, 1000))).isInstanceOf(Refunded.Done.class);

        assertThat(stripe.books.refunds).hasSize(2);
        assertThat(gateway.refund(RIGHT, refund(payment, 1)))
                .isEqualTo(new Refunded.Refused("charge_already_refunded"));
    }

    @Test
    void a_refund_that_takes_days_is_asked_for_again_until_it_arrives() throws Unreachable {
        var ask = refund(paidWith(1990), 777);

        assertThat(gateway.refund(RIGHT, ask)).isEqualTo(new Refunded.OnItsWay("re_1"));
        stripe.books.refund("re_1").put("status", "succeeded");
        assertThat(gateway.refund(RIGHT, ask)).isInstanceOf(Refunded.Done.class);
        stripe.books.refund("re_1").put("status", "failed");
        stripe.books.refund("re_1").put("failure_reason", "expired_or_canceled_card");
        assertThat(gateway.refund(RIGHT, ask)).isEqualTo(new Refunded.Refused("expired_or_canceled_card"));
    }

    private static RefundAsk refund(String payment, long minor) {
        return new RefundAsk(new RefundId(Ids.next()), "R24-1", payment, cny(1990), cny(minor), "as agreed", "");
    }

    @Test
    void a_kept_card_is_charged_once_for_a_checkout() throws Unreachable {
        var ask = charge("pm_ok");

        var done = gateway.charge(RIGHT, ask);
        stripe.aDayLater();

        assertThat(done).isEqualTo(new Charged.Done("pi_1", cny(1990), Instant.ofEpochSecond(1_790_000_000)));
        assertThat(gateway.charge(RIGHT, ask)).isEqualTo(done);
        assertThat(stripe.books.intents).hasSize(1);
        assertThat(stripe.books.form("pi_1"))
                .containsEntry("off_session", "true")
                .containsEntry("confirm", "true")
                .containsEntry("customer", "cus_1")
                .containsEntry("payment_method", "pm_ok");
    }

    private static ChargeAsk charge(String method) {
        return new ChargeAsk(checkout(), "T24-8", "Another year", cny(1990), "cus_1/" + method);
    }

    @ParameterizedTest
    @CsvSource({
        "pm_poor, insufficient_funds, false",
        "pm_stolen, stolen_card, true",
        "pm_absent, authentication_required, true",
        "pm_gone, card_gone, true",
    })
    void a_card_that_is_declined_says_why_and_whether_to_try_again(String method, String why, boolean hopeless)
            throws Unreachable {
        var ask = charge(method);

        assertThat(gateway.charge(RIGHT, ask)).isEqualTo(new Charged.Declined(why, hopeless));

        stripe.aDayLater();
        assertThat(gateway.charge(RIGHT, ask)).isEqualTo(new Charged.Declined(why, hopeless));
        assertThat(stripe.books.intents).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void a_charge_that_stripe_has_not_finished_is_not_known_yet() throws Unreachable {
        var ask = charge("pm_slow");

        assertThatThrownBy(() -> gateway.charge(RIGHT, ask)).isInstanceOf(Unreachable.class);

        stripe.books.intent("pi_1").put("status", "succeeded");
        stripe.books.intent("pi_1").put("amount_received", 1990L);
        assertThat(gateway.charge(RIGHT, ask)).isInstanceOf(Charged.Done.class);
        assertThat(stripe.books.intents).hasSize(1);
    }
}
