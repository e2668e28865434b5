package app.teahouse.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.News;
import app.teahouse.gateways.Gateway.Notification;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Told;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.wechat.LocalWeChat.Trouble;
import app.teahouse.wechat.WeChatKeys.Signer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is believed of what comes in under WeChat's name, and what it then means. */
class WeChatMessagesTest extends WeChatAtHand {
    private static final Instant AT = Instant.parse("2026-11-23T02:35:00Z");
    private static final Instant PAID =
            OffsetDateTime.parse(WeChatBooks.PAID_AT).toInstant();

    private final CheckoutId checkout = checkout();
    private final RefundId refund = new RefundId(Ids.next());

    private String order() {
        return """
                {"mchid":"%s","appid":"wx0123456789abcdef","out_trade_no":"261123-7K-ABCDEFGH","transaction_id":"4200001",
                 "trade_type":"JSAPI","trade_state":"SUCCESS","success_time":"%s","attach":"%s",
                 "amount":{"total":1990,"payer_total":1490,"currency":"CNY","payer_currency":"CNY"},"payer":{"openid":"o"}}
                """.formatted(LocalWeChat.MERCHANT, WeChatBooks.PAID_AT, checkout.value());
    }

    private String refund(String number, String status) {
        return """
                {"mchid":"%s","out_trade_no":"261123-7K-ABCDEFGH","transaction_id":"4200001","out_refund_no":"%s",
                 "refund_id":"50301","refund_status":"%s","success_time":"%s","user_received_account":"支付用户零钱",
                 "amount":{"total":1990,"refund":990,"payer_total":1490,"payer_refund":990}}
                """.formatted(LocalWeChat.MERCHANT, number, status, WeChatBooks.PAID_AT);
    }

    private static String message(String type, String apiKey, String content) {
        return """
                {"id":"EV-2018022511223320873","create_time":"2026-11-23T10:35:00+08:00","resource_type":"encrypt-resource",
                 "event_type":"%s","summary":"x","resource":{"algorithm":"AEAD_AES_256_GCM","original_type":"transaction",
                 "associated_data":"transaction","nonce":"fdasflkja484","ciphertext":"%s"}}
                """.formatted(type, WeChatKeys.sealed(apiKey, "transaction", "fdasflkja484", content));
    }

    private static Told told(String body, Signer signer, Instant at) {
        var seconds = String.valueOf(at.getEpochSecond());
        var headers = new LinkedHashMap<>(Map.of(
                "wechatpay-timestamp",
                seconds,
                "wechatpay-nonce",
                "EcYLzTZKGhCUrG5a",
                "wechatpay-serial",
                signer.serial(),
                "wechatpay-signature",
                signer.sign(seconds + "\nEcYLzTZKGhCUrG5a\n" + body + "\n")));
        return new Told(headers, body.getBytes(StandardCharsets.UTF_8), AT);
    }

    private Told told(String type, String content) {
        return told(message(type, WeChatKeys.API_KEY, content), FIRST, AT);
    }

    private News news(String type, String content) throws Unreachable {
        return gateway.read(setup(), told(type, content)).news();
    }

    @Test
    void a_payment_is_told_with_its_checkout_and_its_price() throws Unreachable {
        assertThat(gateway.read(setup(), told("TRANSACTION.SUCCESS", order())))
                .isEqualTo(new Notification(
                        "EV-2018022511223320873",
                        new News.Paid(checkout, new Found.Paid("4200001", cny(1990), PAID, null))));
        assertThat(gateway.thanks()).isEqualTo("{\"code\":\"SUCCESS\",\"message\":\"成功\"}");
        assertThat(gateway.sorry()).contains("\"FAIL\"");
    }

    @Test
    void refunds_of_ours_end_and_others_are_told_as_such() throws Unreachable {
        var ours = Ids.text(refund);
        assertThat(news("REFUND.SUCCESS", refund(ours, "SUCCESS")))
                .isEqualTo(new News.RefundEnded(refund, new Refunded.Done("50301", PAID)));
        assertThat(news("REFUND.ABNORMAL", refund(ours, "ABNORMAL")))
                .isEqualTo(new News.RefundEnded(refund, new Refunded.Refused("abnormal")));
        assertThat(news("REFUND.CLOSED", refund(ours, "CLOSED")))
                .isEqualTo(new News.RefundEnded(refund, new Refunded.Refused("closed")));
        assertThat(news("REFUND.SUCCESS", refund("202611230001", "SUCCESS")))
                .isEqualTo(new News.GivenBack("4200001", "50301", cny(990), PAID));
    }

    @Test
    void what_concerns_others_with_the_same_account_means_nothing_to_us() throws Unreachable {
        assertThat(news("TRANSACTION.SUCCESS", order().replace(checkout.value().toString(), "shop 12")))
                .isEqualTo(new News.Nothing());
        assertThat(news("TRANSACTION.SUCCESS", order().replace(LocalWeChat.MERCHANT, "1900000110")))
                .isEqualTo(new News.Nothing());
        assertThat(news("TRANSACTION.PAY_BACK", order())).isEqualTo(new News.Nothing());
        assertThat(news("TRANSACTION.SUCCESS", order().replace("SUCCESS", "CLOSED")))
                .isEqualTo(new News.Nothing());
    }

    @ParameterizedTest
    @CsvSource({"-301, false", "-300, true", "0, true", "300, true", "301, false"})
    void a_signature_is_good_for_five_minutes_either_way(long seconds, boolean good) throws Unreachable {
        var told = told(message("TRANSACTION.SUCCESS", WeChatKeys.API_KEY, order()), FIRST, AT.plusSeconds(seconds));
        if (good) {
            assertThat(gateway.read(setup(), told).news()).isInstanceOf(News.Paid.class);
        } else {
            assertNotProven(told);
        }
    }

    /** That it comes twice is seen by its name; payments keeps those. */
    @Test
    void told_again_it_says_the_same_under_the_same_name() throws Unreachable {
        var told = told("TRANSACTION.SUCCESS", order());
        assertThat(gateway.read(setup(), told)).isEqualTo(gateway.read(setup(), told));
    }

    @Test
    void what_was_changed_on_the_way_proves_nothing() {
        var right = told("TRANSACTION.SUCCESS", order());
        var body = new String(right.body(), StandardCharsets.UTF_8);
        var changed = body.replace("EV-2018022511223320873", "EV-2018022511223320874");
        assertNotProven(new Told(right.headers(), changed.getBytes(StandardCharsets.UTF_8), AT));
        var headers = new LinkedHashMap<>(right.headers());
        headers.put("wechatpay-nonce", "another");
        assertNotProven(new Told(headers, right.body(), AT));
    }

    /** A signature of an old message over a new one: the same nonce, time and serial, another body. */
    @Test
    void a_signature_serves_no_other_message() {
        var old = told("TRANSACTION.SUCCESS", order());
        var other = message("TRANSACTION.SUCCESS", WeChatKeys.API_KEY, order().replace("1990", "9"));
        assertNotProven(new Told(old.headers(), other.getBytes(StandardCharsets.UTF_8), AT));
    }

    @Test
    void a_strangers_signature_under_wechats_serial_proves_nothing() {
        var stranger = new Signer(FIRST.serial(), WeChatKeys.STRANGER, FIRST.certificate());
        assertNotProven(told(message("TRANSACTION.SUCCESS", WeChatKeys.API_KEY, order()), stranger, AT));
    }

    @Test
    void a_serial_that_is_not_wechats_proves_nothing_and_is_looked_up_once() {
        var stranger = new Signer("7777", WeChatKeys.STRANGER, FIRST.certificate());
        var told = told(message("TRANSACTION.SUCCESS", WeChatKeys.API_KEY, order()), stranger, AT);

        assertNotProven(told);
        assertNotProven(told);

        assertThat(weChat.asked("GET /v3/certificates")).isEqualTo(1);
    }

    @Test
    void what_was_closed_with_another_key_proves_nothing() {
        assertNotProven(told(message("TRANSACTION.SUCCESS", "x".repeat(32), order()), FIRST, AT));
    }

    @Test
    void where_wechats_certificate_cannot_be_fetched_it_is_to_tell_again() throws Unreachable {
        var told = told("TRANSACTION.SUCCESS", order());
        weChat.trouble(Trouble.BROKEN, 1);

        assertThatThrownBy(() -> gateway.read(setup(), told)).isInstanceOf(Unreachable.class);
    }

    @Test
    void a_merchant_with_wechats_public_key_is_told_by_it() throws Unreachable {
        filled.put("public-key-id", "PUB_KEY_ID_0119000001");
        filled.put("public-key", WeChatKeys.pem(FIRST.pair().getPublic()));
        var signer = new Signer("PUB_KEY_ID_0119000001", FIRST.pair(), FIRST.certificate());
        var body = message("TRANSACTION.SUCCESS", WeChatKeys.API_KEY, order());

        assertThat(gateway.read(setup(), told(body, signer, AT)).news()).isInstanceOf(News.Paid.class);
        assertThat(weChat.asked("GET /v3/certificates")).isZero();
        assertNotProven(told(body, new Signer(signer.serial(), WeChatKeys.STRANGER, FIRST.certificate()), AT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechatpay-timestamp", "wechatpay-nonce", "wechatpay-serial", "wechatpay-signature"})
    void without_one_of_its_headers_it_proves_nothing(String header) {
        var right = told("TRANSACTION.SUCCESS", order());
        var headers = new LinkedHashMap<>(right.headers());
        headers.remove(header);
        assertNotProven(new Told(headers, right.body(), AT));
        headers.put(header, "WECHATPAY/SIGNTEST/=");
        assertNotProven(new Told(headers, right.body(), AT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{}",
                "{\"resource\":{}}",
                "{\"event_type\":\"REFUND.SUCCESS\",\"resource\":3}"
            })
    void what_is_signed_and_is_no_message_proves_nothing(String body) {
        assertNotProven(told(body, FIRST, AT));
    }

    private void assertNotProven(Told told) {
        assertThatThrownBy(() -> gateway.read(setup(), told))
                .isInstanceOf(Refusal.class)
                .hasMessage("payment.not-proven");
    }
}
