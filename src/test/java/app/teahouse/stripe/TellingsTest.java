package app.teahouse.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.gateways.Gateway.Notification;
import app.teahouse.gateways.Gateway.RefundAsk;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Setup;
import app.teahouse.gateways.Gateway.Told;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.RefundId;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.outside.Calls;
import com.stripe.net.Webhook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** What is believed of what comes in under Stripe's name, and what it then means. */
class TellingsTest {
    private static final String SECRET = "whsec_new";
    private static final Setup SETUP = new Setup(
            new WayId(Ids.next()),
            Map.of("secret-key", LocalStripe.KEY, "signing-secrets", "whsec_old\n" + SECRET + "\n"));
    private static final Instant AT = Instant.ofEpochSecond(1_790_000_000);

    private final JsonMapper json = JsonMapper.shared();
    private final Calls calls = new Calls();
    private final CheckoutId checkout = new CheckoutId(Ids.next());
    private final RefundId refund = new RefundId(Ids.next());
    private LocalStripe stripe;
    private StripeGateway gateway;

    @BeforeEach
    void open() throws IOException {
        stripe = new LocalStripe();
        gateway = new StripeGateway(calls, json, stripe.address());
    }

    @AfterEach
    void close() {
        stripe.close();
        calls.close();
    }

    private static String event(String type, String thing) {
        return "{\"id\":\"evt_1\",\"object\":\"event\",\"livemode\":false,\"created\":1790000000,\"type\":\"%s\",\"data\":{\"object\":%s}}"
                .formatted(type, thing);
    }

    private String session(String status) {
        return """
                {"id":"cs_1","object":"checkout.session","payment_status":"%s","payment_intent":"pi_9","amount_total":1990,
                 "currency":"cny","metadata":{"checkout":"%s","save":"no"}}
                """.formatted(status, checkout.value());
    }

    private static Told told(String body, String secret, Instant signedAt) {
        try {
            var header = Webhook.Signature.generateSignatureHeader(body, secret, signedAt.getEpochSecond());
            return told(body, header);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Told told(String body, String header) {
        return new Told(Map.of("stripe-signature", header), body.getBytes(StandardCharsets.UTF_8), AT);
    }

    private News news(String type, String thing) throws Unreachable {
        return gateway.read(SETUP, told(event(type, thing), SECRET, AT)).news();
    }

    @ParameterizedTest
    @ValueSource(strings = {"checkout.session.completed", "checkout.session.async_payment_succeeded"})
    void a_payment_is_told_with_its_checkout(String type) throws Unreachable {
        assertThat(gateway.read(SETUP, told(event(type, session("paid")), SECRET, AT)))
                .isEqualTo(new Notification(
                        "evt_1", new News.Paid(checkout, new Found.Paid("pi_9", Money.of(1990, "CNY"), AT, null))));
    }

    @Test
    void a_payment_that_the_bank_still_works_on_is_no_payment() throws Unreachable {
        assertThat(news("checkout.session.completed", session("unpaid"))).isEqualTo(new News.Nothing());
    }

    @Test
    void what_failed_or_ran_out_is_told() throws Unreachable {
        assertThat(news("checkout.session.async_payment_failed", session("unpaid")))
                .isEqualTo(new News.Closed(checkout, "payment_failed"));
        assertThat(news("checkout.session.expired", session("unpaid"))).isEqualTo(new News.Closed(checkout, "expired"));
    }

    @Test
    void a_kept_card_is_asked_for() throws Unreachable {
        var begun = gateway.begin(
                SETUP,
                new Ask(
                        checkout,
                        "T24-7",
                        "A year",
                        Money.of(1990, "CNY"),
                        Manner.REDIRECT,
                        null,
                        "192.0.2.7",
                        "https://circles.example.org/",
                        "",
                        Clock.systemUTC().instant().plus(Duration.ofHours(1)),
                        true));
        var session = json.writeValueAsString(stripe.books.pay(begun.reference()));

        assertThat(news("checkout.session.completed", session))
                .isInstanceOfSatisfying(
                        News.Paid.class,
                        paid -> assertThat(paid.paid().means())
                                .hasFieldOrPropertyWithValue("token", "cus_1/pm_ok")
                                .hasFieldOrPropertyWithValue("label", "Visa 4242"));

        stripe.trouble(LocalStripe.Trouble.BROKEN, 1);
        assertThatThrownBy(() -> news("checkout.session.completed", session)).isInstanceOf(Unreachable.class);
    }

    @ParameterizedTest
    @CsvSource({
        "refund.updated, succeeded",
        "refund.created, succeeded",
        "charge.refund.updated, succeeded",
    })
    void a_refund_of_ours_arrived(String type, String status) throws Unreachable {
        assertThat(news(type, refund(status, true)))
                .isEqualTo(new News.RefundEnded(refund, new Refunded.Done("re_1", AT)));
    }

    @Test
    void a_refund_of_ours_failed_or_is_on_its_way() throws Unreachable {
        assertThat(news("refund.failed", refund("failed", true)))
                .isEqualTo(new News.RefundEnded(refund, new Refunded.Refused("lost_or_stolen_card")));
        assertThat(news("refund.created", refund("pending", true))).isEqualTo(new News.Nothing());
    }

    @Test
    void a_refund_that_somebody_made_at_stripe_is_told_as_such() throws Unreachable {
        assertThat(news("refund.created", refund("succeeded", false)))
                .isEqualTo(new News.GivenBack("pi_9", "re_1", Money.of(500, "CNY"), AT));
        assertThat(news("refund.created", refund("pending", false))).isEqualTo(new News.Nothing());
    }

    private String refund(String status, boolean ours) {
        return """
                {"id":"re_1","object":"refund","status":"%s","failure_reason":%s,"payment_intent":"pi_9","amount":500,"currency":"cny",
                 "metadata":{%s}}
                """.formatted(
                        status,
                        status.equals("failed") ? "\"lost_or_stolen_card\"" : "null",
                        ours ? "\"refund\":\"" + refund.value() + "\"" : "");
    }

    /** Accounts with an old version of Stripe's API are told of the payment and not of the refund. */
    @Test
    void which_refund_was_made_is_asked_where_only_the_payment_is_told() throws Unreachable {
        var session = new StripeBooks.Thing();
        session.putAll(Map.of("amount_total", 1990L, "currency", "cny", "metadata", Map.of()));
        stripe.books.sessions.put("cs_1", session);
        stripe.books.forms.put("cs_1", Map.of());
        stripe.books.pay("cs_1");
        gateway.refund(
                SETUP,
                new RefundAsk(refund, "R24-1", "pi_1", Money.of(1990, "CNY"), Money.of(500, "CNY"), "as agreed", ""));

        assertThat(news("charge.refunded", "{\"id\":\"ch_1\",\"payment_intent\":\"pi_1\"}"))
                .isEqualTo(new News.RefundEnded(refund, new Refunded.Done("re_1", AT)));
        assertThat(news("charge.refunded", "{\"id\":\"ch_2\",\"payment_intent\":null}"))
                .isEqualTo(new News.Nothing());
    }

    @Test
    void a_dispute_takes_the_money_and_ends() throws Unreachable {
        var due = Instant.ofEpochSecond(1_790_600_000);
        assertThat(news("charge.dispute.created", dispute("needs_response")))
                .isEqualTo(new News.Disputed("pi_9", "dp_1", Money.of(1990, "CNY"), due));
        assertThat(news("charge.dispute.closed", dispute("won")))
                .isEqualTo(new News.DisputeEnded("pi_9", "dp_1", true));
        assertThat(news("charge.dispute.closed", dispute("lost")))
                .isEqualTo(new News.DisputeEnded("pi_9", "dp_1", false));
    }

    @Test
    void a_mere_inquiry_takes_no_money() throws Unreachable {
        assertThat(news("charge.dispute.created", dispute("warning_needs_response")))
                .isEqualTo(new News.Nothing());
        assertThat(news("charge.dispute.closed", dispute("warning_closed"))).isEqualTo(new News.Nothing());
    }

    private static String dispute(String status) {
        return """
                {"id":"dp_1","object":"dispute","status":"%s","payment_intent":{"id":"pi_9","object":"payment_intent"},"amount":1990,
                 "currency":"cny","evidence_details":{"due_by":1790600000}}
                """.formatted(status);
    }

    @Test
    void what_concerns_others_at_the_same_account_means_nothing_to_us() throws Unreachable {
        assertThat(news("checkout.session.completed", session("paid").replace("\"checkout\"", "\"shop\"")))
                .isEqualTo(new News.Nothing());
        assertThat(news(
                        "checkout.session.completed",
                        session("paid").replace(checkout.value().toString(), "17")))
                .isEqualTo(new News.Nothing());
        assertThat(news("invoice.paid", "{}")).isEqualTo(new News.Nothing());
        var live =
                event("checkout.session.completed", session("paid")).replace("\"livemode\":false", "\"livemode\":true");
        assertThat(gateway.read(SETUP, told(live, SECRET, AT)).news()).isEqualTo(new News.Nothing());
    }

    @Test
    void both_secrets_prove_while_one_is_being_replaced_and_no_other() throws Unreachable {
        var body = event("checkout.session.completed", session("paid"));

        assertThat(gateway.read(SETUP, told(body, "whsec_old", AT)).news()).isInstanceOf(News.Paid.class);
        assertThat(gateway.read(SETUP, told(body, SECRET, AT)).news()).isInstanceOf(News.Paid.class);
        assertNotProven(told(body, "whsec_other", AT));
        assertNotProven(told(body, "whsec_old\nwhsec_new", AT));
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "-1, true", "0, true", "299, true", "300, true", "301, false"})
    void a_signature_is_good_for_five_minutes_either_way(long seconds, boolean good) throws Unreachable {
        var told = told(event("checkout.session.completed", session("paid")), SECRET, AT.plusSeconds(seconds));
        if (good) {
            assertThat(gateway.read(SETUP, told).news()).isInstanceOf(News.Paid.class);
        } else {
            assertNotProven(told);
        }
    }

    @Test
    void a_body_that_was_changed_proves_nothing() {
        var right = told(event("checkout.session.completed", session("paid")), SECRET, AT);
        var header = right.headers().getOrDefault("stripe-signature", "");
        assertNotProven(
                told(event("checkout.session.completed", session("paid")).replace("1990", "1"), header));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "t=1790000000",
                "t=1790000000,v1",
                "t=1790000000,v1=",
                "v1=00",
                "t=,v1=00",
                "t=x,v1=00",
                ",,,",
                "t=99999999999999999,v1=00"
            })
    void a_header_of_any_other_form_proves_nothing(String header) {
        assertNotProven(told(event("checkout.session.completed", session("paid")), header));
    }

    @Test
    void what_is_signed_and_is_not_json_proves_nothing() {
        assertNotProven(told("{", SECRET, AT));
    }

    private void assertNotProven(Told told) {
        assertThatThrownBy(() -> gateway.read(SETUP, told))
                .isInstanceOfSatisfying(
                        Refusal.class, no -> assertThat(no.code()).isEqualTo("payment.not-proven"));
    }
}
