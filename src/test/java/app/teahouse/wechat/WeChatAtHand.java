package app.teahouse.wechat;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateway.Setup;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Settings;
import app.teahouse.outside.Calls;
import app.teahouse.secrets.SiteKeys;
import app.teahouse.testing.TestFolder;
import app.teahouse.wechat.WeChatKeys.Signer;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/** A test that pays at a WeChat Pay of its own. */
abstract class WeChatAtHand {
    static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    static final Signer FIRST = Signer.made(1, LONG_AGO, Duration.ofDays(25_000));

    static final Settings SITE = new Settings(
            URI.create("https://circles.example.org"),
            TestFolder.DATA,
            false,
            List.of(),
            false,
            "c2l4dGVlbiBieXRlcyBvbmNlLCBzaXh0ZWVuIHR3aWNl",
            0,
            new Settings.Mail(null, 0, null, null, "none", ""),
            new Settings.Passkeys(null, List.of()));

    final Map<String, String> filled = new LinkedHashMap<>(Map.of(
            "merchant-id",
            LocalWeChat.MERCHANT,
            "certificate-serial",
            LocalWeChat.SERIAL,
            "private-key",
            WeChatKeys.pem(WeChatKeys.MERCHANT.getPrivate()),
            "api-key",
            WeChatKeys.API_KEY,
            "app-id",
            "wx0123456789abcdef",
            "app-secret",
            "0a".repeat(16)));

    final Calls calls = new Calls();
    LocalWeChat weChat;
    WeChatGateway gateway;

    @BeforeEach
    void open() throws IOException {
        weChat = new LocalWeChat(FIRST);
        gateway = gateway(calls, Clock.systemUTC());
    }

    @AfterEach
    void close() {
        weChat.close();
        calls.close();
    }

    WeChatGateway gateway(Calls line, Clock clock) {
        var here = new Hosts(weChat.address(), weChat.address(), weChat.address());
        return new WeChatGateway(line, clock, JsonMapper.shared(), openIds(clock), here);
    }

    static OpenIds openIds(Clock clock) {
        return new OpenIds(clock, SiteKeys.of(SITE), SITE);
    }

    Setup setup() {
        return new Setup(new WayId(new UUID(0, 7)), Map.copyOf(filled));
    }

    static CheckoutId checkout() {
        return new CheckoutId(Ids.next());
    }

    static Money cny(long minor) {
        return Money.of(minor, "CNY");
    }

    static Ask ask(CheckoutId checkout, Manner manner, Money amount) {
        return new Ask(
                checkout,
                "261123-7K-ABCDEFGH",
                "茶馆 · 一年",
                amount,
                manner,
                manner == Manner.IN_WECHAT ? "oUpF8uMuAJO" : null,
                "192.0.2.7",
                "https://circles.example.org/pay/1?a=b",
                "https://circles.example.org/payments/notify/wechat/1",
                LONG_AGO,
                false);
    }
}
