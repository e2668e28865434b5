package app.teahouse.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Means;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.kernel.Refusal;
import app.teahouse.outside.SomeCalls;
import app.teahouse.stripe.LocalStripe.Trouble;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class StripeGatewayTest extends StripeAtHand {
    private static final String SESSIONS = "POST /v1/checkout/sessions";

    @Test
    void a_payer_is_led_to_stripes_page_and_what_they_paid_is_found() throws Unreachable {
        var checkout = checkout();

        var begun = gateway.begin(RIGHT, ask(checkout, cny(1990), false));

        assertThat(begun.go()).isEqualTo("https://checkout.stripe.com/c/pay/" + begun.reference());
        assertThat(stripe.books.form(begun.reference()))
                .containsEntry("mode", "payment")
                .containsEntry("client_reference_id", checkout.value().toString())
                .containsEntry("metadata[checkout]", checkout.value().toString())
                .containsEntry(
                        "payment_intent_data[metadata][checkout]",
                        checkout.value().toString())
                .containsEntry("line_items[0][quantity]", "1")
                .containsEntry("line_items[0][price_data][currency]", "cny")
                .containsEntry("line_items[0][price_data][unit_amount]", "1990")
                .containsEntry("line_items[0][price_data][product_data][name]", "茶馆 · A year & more")
                .containsEntry("success_url", "https://circles.example.org/pay/1")
                .containsEntry("adaptive_pricing[enabled]", "false")
                .doesNotContainKey("customer_creation")
                .doesNotContainKey("payment_intent_data[setup_future_usage]");
        assertThat(found(begun.reference())).isEqualTo(new Found.Waiting());

        stripe.books.pay(begun.reference());

        assertThat(found(begun.reference()))
                .isEqualTo(new Found.Paid("pi_1", cny(1990), Instant.ofEpochSecond(1_790_000_000), null));
    }

    @Test
    void a_card_is_kept_where_its_owner_agreed() throws Unreachable {
        var begun = gateway.begin(RIGHT, ask(checkout(), cny(1990), true));

        assertThat(stripe.books.form(begun.reference()))
                .containsEntry("customer_creation", "always")
                .containsEntry("payment_intent_data[setup_future_usage]", "off_session")
                .containsEntry("payment_method_types[0]", "card");
        stripe.books.pay(begun.reference());
        assertThat(found(begun.reference()))
                .isInstanceOfSatisfying(
                        Found.Paid.class,
                        paid -> assertThat(paid.means()).isEqualTo(new Means("cus_1/pm_ok", "Visa 4242", 2031, 12)));
    }

    @Test
    void asking_again_begins_nothing_twice() throws Unreachable {
        var ask = ask(checkout(), cny(1990), false);

        var first = gateway.begin(RIGHT, ask);
        var second = gateway.begin(RIGHT, ask);

        assertThat(second).isEqualTo(first);
        assertThat(stripe.books.sessions).hasSize(1);
    }

    @Test
    void the_same_checkout_with_another_sum_is_never_a_second_payment() throws Unreachable {
        var checkout = checkout();
        gateway.begin(RIGHT, ask(checkout, cny(1990), false));

        assertThatThrownBy(() -> gateway.begin(RIGHT, ask(checkout, cny(1), false)))
                .isInstanceOf(Unreachable.class)
                .hasCauseInstanceOf(com.stripe.exception.IdempotencyException.class);
        assertThat(stripe.books.sessions).hasSize(1);
    }

    /** Somebody who chose a bank transfer in between, for which there is more time, comes back to the same session. */
    @Test
    void a_checkout_that_was_given_more_time_is_not_another_one() throws Unreachable {
        var checkout = checkout();
        var first = gateway.begin(RIGHT, ask(checkout, cny(1990), false));

        var again = gateway.begin(RIGHT, ask(checkout, cny(1990), false, Duration.ofDays(3)));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void a_line_that_is_cut_after_stripe_acted_is_tried_once_more_and_makes_nothing_twice() throws Unreachable {
        stripe.trouble(Trouble.CUT_AFTER_ACTING, 1);

        var begun = gateway.begin(RIGHT, ask(checkout(), cny(1990), false));

        assertThat(begun.reference()).isEqualTo("cs_test_1");
        assertThat(stripe.asked(SESSIONS)).isEqualTo(2);
        assertThat(stripe.books.sessions).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void where_nobody_knows_what_happened_it_is_said_and_a_second_try_makes_nothing_twice(Trouble trouble)
            throws Unreachable {
        var ask = ask(checkout(), cny(1990), false);
        var impatient = SomeCalls.impatient();
        stripe.trouble(trouble, 2);

        assertThatThrownBy(() -> new StripeGateway(impatient, JsonMapper.shared(), stripe.address()).begin(RIGHT, ask))
                .isInstanceOf(Unreachable.class);

        impatient.close();
        stripe.trouble(Trouble.NONE, 0);
        gateway.begin(RIGHT, ask);
        assertThat(stripe.books.sessions).hasSize(1);
    }

    @Test
    void what_stripe_will_not_have_is_refused() {
        assertThatThrownBy(() -> gateway.begin(RIGHT, ask(checkout(), cny(49), false)))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("stripe.amount-out-of-bounds"));
    }

    @Test
    void a_wrong_key_says_nothing_about_a_payment() {
        assertThatThrownBy(() -> gateway.lookUp(setup("sk_test_wrong"), checkout(), "T24-7", "cs_test_1"))
                .isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> gateway.lookUp(RIGHT, checkout(), "T24-7", "cs_of_another_account"))
                .isInstanceOf(Unreachable.class);
    }

    @Test
    void a_closed_session_cannot_be_paid_and_a_paid_one_cannot_be_closed() throws Unreachable {
        var closed = gateway.begin(RIGHT, ask(checkout(), cny(1990), false)).reference();
        var paid = gateway.begin(RIGHT, ask(checkout(), cny(1990), false)).reference();
        stripe.books.pay(paid);

        gateway.close(RIGHT, checkout(), "T24-7", closed);
        gateway.close(RIGHT, checkout(), "T24-7", paid);

        assertThat(found(closed)).isEqualTo(new Found.Closed("expired"));
        assertThat(found(paid)).isInstanceOf(Found.Paid.class);
    }

    @Test
    void stripe_learns_nothing_about_this_machine() throws Unreachable {
        gateway.begin(RIGHT, ask(checkout(), cny(1990), false));

        assertThat(stripe.userAgents).containsExactly("Teahouse Stripe/v1 JavaBindings/33.3.0");
    }
}
