package app.teahouse.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.Gateway.Begun;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.outside.SomeCalls;
import app.teahouse.wechat.LocalWeChat.Trouble;
import app.teahouse.wechat.WeChatKeys.Signer;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WeChatGatewayTest extends WeChatAtHand {
    private static final String NUMBER = "261123-7K-ABCDEFGH";
    private static final String CERTIFICATES = "GET /v3/certificates";

    @Test
    void on_a_large_screen_a_code_is_shown() throws Unreachable {
        var checkout = checkout();

        var begun = gateway.begin(setup(), ask(checkout, Manner.QR_CODE, cny(1990)));

        assertThat(begun.reference()).isEqualTo(NUMBER);
        assertThat(begun.qr()).isEqualTo("weixin://wxpay/bizpayurl?pr=p4lpSuKzz");
        assertThat(begun.go()).isNull();
        var asked = weChat.books.order(NUMBER).asked;
        assertThat(asked.path("appid").asString()).isEqualTo("wx0123456789abcdef");
        assertThat(asked.path("mchid").asString()).isEqualTo(LocalWeChat.MERCHANT);
        assertThat(asked.path("description").asString()).isEqualTo("茶馆 · 一年");
        assertThat(asked.path("attach").asString()).isEqualTo(checkout.value().toString());
        assertThat(asked.path("amount").path("total").asInt()).isEqualTo(1990);
        assertThat(asked.path("amount").path("currency").asString()).isEqualTo("CNY");
    }

    @Test
    void in_a_phones_browser_the_payer_is_sent_to_wechat_and_comes_back() throws Unreachable {
        var begun = gateway.begin(setup(), ask(checkout(), Manner.REDIRECT, cny(1990)));

        assertThat(begun.go())
                .isEqualTo("https://wx.tenpay.com/cgi-bin/mmpayweb-bin/checkmweb?prepay_id=wx20&package=1037687096"
                        + "&redirect_url=https%3A%2F%2Fcircles.example.org%2Fpay%2F1%3Fa%3Db");
        var scene = weChat.books.order(NUMBER).asked.path("scene_info");
        assertThat(scene.path("payer_client_ip").asString()).isEqualTo("192.0.2.7");
        assertThat(scene.path("h5_info").path("type").asString()).isEqualTo("Wap");
    }

    @Test
    void inside_wechat_the_page_gets_what_wechat_wants_signed_by_the_merchant() throws Unreachable {
        var script = gateway.begin(setup(), ask(checkout(), Manner.IN_WECHAT, cny(1990)))
                .script();

        assertThat(weChat.books.order(NUMBER).asked.path("payer").path("openid").asString())
                .isEqualTo("oUpF8uMuAJO");
        assertThat(script.keySet())
                .containsExactlyInAnyOrder("appId", "timeStamp", "nonceStr", "package", "signType", "paySign");
        assertThat(script)
                .containsEntry("package", "prepay_id=wx201410272009395522657a690389285100")
                .containsEntry("signType", "RSA");
        var message = "wx0123456789abcdef\n" + script.get("timeStamp") + "\n" + script.get("nonceStr") + "\n"
                + script.get("package") + "\n";
        assertThat(WeChatKeys.isSigned(WeChatKeys.MERCHANT.getPublic(), message, script.getOrDefault("paySign", "")))
                .isTrue();
    }

    @Test
    void begun_again_it_is_the_same_order_and_a_paid_or_closed_one_is_not_begun() throws Unreachable {
        var ask = ask(checkout(), Manner.QR_CODE, cny(1990));
        assertThat(gateway.begin(setup(), ask)).isEqualTo(gateway.begin(setup(), ask));

        weChat.books.pay(NUMBER, 0);
        assertThatThrownBy(() -> gateway.begin(setup(), ask)).hasMessage("wechat.paid-already");

        weChat.books.order(NUMBER).put("trade_state", "CLOSED");
        assertThatThrownBy(() -> gateway.begin(setup(), ask)).hasMessage("wechat.order-over");
    }

    @Test
    void what_wechat_will_not_have_is_refused() {
        assertThatThrownBy(() -> gateway.begin(setup(), ask(checkout(), Manner.REDIRECT, cny(403))))
                .isInstanceOf(Refusal.class)
                .hasMessage("wechat.refused");
        assertThatThrownBy(() -> gateway.begin(setup(), ask(checkout(), Manner.QR_CODE, Money.of(1990, "USD"))))
                .isInstanceOf(Refusal.class)
                .hasMessage("wechat.only-cny");
    }

    @ParameterizedTest
    @CsvSource({"SUCCESS", "REFUND"})
    void what_was_paid_is_found_with_the_price_and_not_with_what_a_voucher_left_of_it(String state) throws Unreachable {
        gateway.begin(setup(), ask(checkout(), Manner.QR_CODE, cny(1990)));
        assertThat(found()).isEqualTo(new Found.Waiting());

        var order = weChat.books.pay(NUMBER, 500);
        order.put("trade_state", state);

        assertThat(found())
                .isEqualTo(new Found.Paid(
                        String.valueOf(order.get("transaction_id")),
                        cny(1990),
                        OffsetDateTime.parse(WeChatBooks.PAID_AT).toInstant(),
                        null));
    }

    private Found found() throws Unreachable {
        return gateway.lookUp(setup(), checkout(), NUMBER, NUMBER);
    }

    @Test
    void an_order_is_closed_unless_it_was_paid() throws Unreachable {
        assertThat(found()).isEqualTo(new Found.Waiting());
        gateway.close(setup(), checkout(), NUMBER, NUMBER);
        gateway.begin(setup(), ask(checkout(), Manner.QR_CODE, cny(1990)));

        gateway.close(setup(), checkout(), NUMBER, NUMBER);
        assertThat(found()).isEqualTo(new Found.Closed("closed"));

        weChat.books.pay(NUMBER, 0);
        gateway.close(setup(), checkout(), NUMBER, NUMBER);
        assertThat(found()).isInstanceOf(Found.Paid.class);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void an_answer_that_proves_nothing_tells_nothing(Trouble trouble) throws Unreachable {
        gateway.begin(setup(), ask(checkout(), Manner.QR_CODE, cny(1990)));
        weChat.books.pay(NUMBER, 0);
        var impatient = SomeCalls.impatient();
        var asking = trouble == Trouble.SILENT ? gateway(impatient, Clock.systemUTC()) : gateway;
        weChat.trouble(trouble, 3);

        assertThatThrownBy(() -> asking.lookUp(setup(), checkout(), NUMBER, NUMBER))
                .isInstanceOf(Unreachable.class);

        impatient.close();
        weChat.trouble(Trouble.NONE, 0);
        assertThat(found()).isInstanceOf(Found.Paid.class);
    }

    @Test
    void a_merchant_whom_wechat_does_not_know_learns_nothing() {
        filled.put("certificate-serial", "00".repeat(20));

        assertThatThrownBy(this::begun).isInstanceOf(Unreachable.class);
    }

    private final Ask same = ask(checkout(), Manner.QR_CODE, cny(1990));

    /** What WeChat answers where all is well is signed; where it is not, only the line proves it. */
    private Begun begun() throws Unreachable {
        return gateway.begin(setup(), same);
    }

    @Test
    void wechats_certificates_are_fetched_once_and_again_when_a_new_one_signs() throws Unreachable {
        var later = new Ticking();
        gateway = gateway(calls, later);
        begun();
        begun();
        assertThat(weChat.asked(CERTIFICATES)).isEqualTo(1);

        weChat.signers.add(Signer.made(2, LONG_AGO, Duration.ofDays(26_000)));
        assertThatThrownBy(this::begun)
                .as("a serial number that nobody knows makes us fetch at most once a minute")
                .isInstanceOf(Unreachable.class);
        later.pass(Duration.ofSeconds(61));
        begun();

        assertThat(weChat.asked(CERTIFICATES)).isEqualTo(2);
        begun();
        assertThat(weChat.serialsAskedFor.getLast()).isEqualTo(weChat.signer().serial());
    }

    @Test
    void wechats_certificates_are_fetched_twice_a_day_and_kept_where_that_fails() throws Unreachable {
        var later = new Ticking();
        gateway = gateway(calls, later);
        begun();
        later.pass(Duration.ofHours(13));
        weChat.trouble(Trouble.BROKEN, 1);

        begun();
        later.pass(Duration.ofSeconds(11));
        begun();

        assertThat(weChat.asked(CERTIFICATES)).isEqualTo(3);
    }

    @Test
    void certificates_that_were_closed_with_another_key_are_not_believed() {
        filled.put("api-key", "x".repeat(32));

        assertThatThrownBy(this::begun).isInstanceOf(Unreachable.class);
    }

    @Test
    void a_merchant_with_wechats_public_key_needs_no_certificates() throws Unreachable {
        weChat.signers.add(new Signer("PUB_KEY_ID_0119000001", FIRST.pair(), FIRST.certificate()));
        filled.put("public-key-id", "PUB_KEY_ID_0119000001");
        filled.put("public-key", WeChatKeys.pem(FIRST.pair().getPublic()));

        assertThat(begun().reference()).isEqualTo(NUMBER);

        assertThat(weChat.asked(CERTIFICATES)).isZero();
        assertThat(weChat.serialsAskedFor).containsOnly("PUB_KEY_ID_0119000001");
    }

    @Test
    void while_wechat_moves_a_merchant_to_its_public_key_certificates_are_believed_too() throws Unreachable {
        filled.put("public-key-id", "PUB_KEY_ID_0119000001");
        filled.put("public-key", WeChatKeys.pem(WeChatKeys.STRANGER.getPublic()));

        assertThat(begun().reference()).isEqualTo(NUMBER);
    }

    /** A clock that stands a little after the real one, which signatures are made by. */
    private static final class Ticking extends Clock {
        private Duration ahead = Duration.ZERO;

        void pass(Duration time) {
            ahead = ahead.plus(time);
        }

        @Override
        public java.time.ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }

        @Override
        public java.time.Instant instant() {
            return Clock.systemUTC().instant().plus(ahead);
        }
    }
}
