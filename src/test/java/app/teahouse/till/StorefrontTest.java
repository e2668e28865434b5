package app.teahouse.till;

import static app.teahouse.gateways.Gateway.Manner.INSTRUCTIONS;
import static app.teahouse.gateways.Gateway.Manner.IN_WECHAT;
import static app.teahouse.gateways.Gateway.Manner.QR_CODE;
import static app.teahouse.gateways.Gateway.Manner.REDIRECT;
import static app.teahouse.till.Browser.DESKTOP;
import static app.teahouse.till.Browser.PHONE;
import static app.teahouse.till.Browser.WECHAT_ANDROID;
import static app.teahouse.till.Browser.WECHAT_DESKTOP;
import static app.teahouse.till.Browser.WECHAT_IOS;
import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.gateways.Gateway.Able;
import app.teahouse.gateways.Gateway.Manner;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What may be sold in which browser, and how each kind of gateway leads a payer there. */
class StorefrontTest {
    private static final String IPHONE =
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) ";
    private static final String ANDROID =
            "Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) ";
    private static final String WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 ";
    private static final String MAC = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 ";

    static Stream<Arguments> browsers() {
        return Stream.of(
                Arguments.of(IPHONE + "Mobile/22B83 MicroMessenger/8.0.53 NetType/WIFI Language/zh_CN", WECHAT_IOS),
                Arguments.of(
                        "Mozilla/5.0 (iPad; CPU OS 18_1 like Mac OS X) Mobile/22B83 MicroMessenger/8.0.53", WECHAT_IOS),
                Arguments.of("Mozilla/5.0 (iPod touch) MicroMessenger/6.0", WECHAT_IOS),
                Arguments.of(IPHONE + "micromessenger/8.0 miniProgram/wx1", WECHAT_IOS),
                Arguments.of(MAC + "MicroMessenger/8.0.53", WECHAT_IOS),
                Arguments.of("MicroMessenger/8.0", WECHAT_IOS),
                Arguments.of(ANDROID + "MQQBrowser/6.2 Mobile MicroMessenger/8.0.53 WeChat/arm64", WECHAT_ANDROID),
                Arguments.of("Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 MicroMessenger/8.0", WECHAT_ANDROID),
                Arguments.of(WINDOWS + "MicroMessenger/7.0.20.1781 NetType/WIFI WindowsWechat/WMPF", WECHAT_DESKTOP),
                Arguments.of(MAC + "MicroMessenger/6.8.0 NetType/WIFI MacWechat/3.8", WECHAT_DESKTOP),
                Arguments.of("Mozilla/5.0 (X11; Linux x86_64) MicroMessenger/8.0", WECHAT_DESKTOP),
                Arguments.of(IPHONE + "Version/18.1 Mobile/15E148 Safari/604.1", PHONE),
                Arguments.of(ANDROID + "Chrome/131.0 Mobile Safari/537.36", PHONE),
                Arguments.of("Mozilla/5.0 (Phone; OpenHarmony 5.0) ArkWeb/4.1 Mobile", PHONE),
                Arguments.of("Mozilla/5.0 (Android 15; Mobile; rv:132.0) Gecko/132.0 Firefox/132.0", PHONE),
                Arguments.of(WINDOWS + "Chrome/131.0 Safari/537.36", DESKTOP),
                Arguments.of(MAC + "Version/18.1 Safari/605.1.15", DESKTOP),
                Arguments.of("Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0", DESKTOP),
                Arguments.of("", DESKTOP),
                Arguments.of(null, DESKTOP));
    }

    @ParameterizedTest
    @MethodSource("browsers")
    void a_browser_is_known_by_what_it_says(@Nullable String agent, Browser browser) {
        assertThat(Browser.of(agent)).isEqualTo(browser);
    }

    static Stream<Arguments> switches() {
        return Stream.of(
                Arguments.of(DESKTOP, false, true),
                Arguments.of(PHONE, false, true),
                Arguments.of(WECHAT_ANDROID, false, true),
                Arguments.of(WECHAT_DESKTOP, false, true),
                Arguments.of(WECHAT_IOS, false, false),
                Arguments.of(DESKTOP, true, true),
                Arguments.of(PHONE, true, true),
                Arguments.of(WECHAT_ANDROID, true, true),
                Arguments.of(WECHAT_DESKTOP, true, true),
                Arguments.of(WECHAT_IOS, true, true));
    }

    @ParameterizedTest
    @MethodSource("switches")
    void in_wechat_on_iphones_nothing_is_sold_unless_the_operator_says_so(
            Browser browser, boolean operator, boolean sells) {
        assertThat(Storefront.sells(browser, operator)).isEqualTo(sells);
    }

    private static final Set<Manner> WECHAT_PAY = Set.of(REDIRECT, QR_CODE, IN_WECHAT);
    private static final Set<Manner> CARDS = Set.of(REDIRECT);
    private static final Set<Manner> HAND = Set.of(INSTRUCTIONS);
    private static final Set<Manner> CODE = Set.of(QR_CODE);
    private static final Set<Manner> JSAPI = Set.of(IN_WECHAT);

    static Stream<Arguments> manners() {
        return Stream.of(
                Arguments.of(DESKTOP, WECHAT_PAY, QR_CODE),
                Arguments.of(PHONE, WECHAT_PAY, REDIRECT),
                Arguments.of(WECHAT_ANDROID, WECHAT_PAY, IN_WECHAT),
                Arguments.of(WECHAT_IOS, WECHAT_PAY, IN_WECHAT),
                Arguments.of(WECHAT_DESKTOP, WECHAT_PAY, QR_CODE),
                Arguments.of(DESKTOP, CARDS, REDIRECT),
                Arguments.of(PHONE, CARDS, REDIRECT),
                Arguments.of(WECHAT_ANDROID, CARDS, REDIRECT),
                Arguments.of(WECHAT_IOS, CARDS, REDIRECT),
                Arguments.of(WECHAT_DESKTOP, CARDS, REDIRECT),
                Arguments.of(DESKTOP, HAND, INSTRUCTIONS),
                Arguments.of(PHONE, HAND, INSTRUCTIONS),
                Arguments.of(WECHAT_ANDROID, HAND, INSTRUCTIONS),
                Arguments.of(WECHAT_IOS, HAND, INSTRUCTIONS),
                Arguments.of(WECHAT_DESKTOP, HAND, INSTRUCTIONS),
                Arguments.of(DESKTOP, CODE, QR_CODE),
                Arguments.of(PHONE, CODE, null),
                Arguments.of(WECHAT_ANDROID, CODE, null),
                Arguments.of(WECHAT_IOS, CODE, null),
                Arguments.of(WECHAT_DESKTOP, CODE, QR_CODE),
                Arguments.of(DESKTOP, JSAPI, null),
                Arguments.of(PHONE, JSAPI, null),
                Arguments.of(WECHAT_ANDROID, JSAPI, IN_WECHAT),
                Arguments.of(WECHAT_DESKTOP, JSAPI, IN_WECHAT),
                Arguments.of(DESKTOP, Set.of(REDIRECT, IN_WECHAT), null),
                Arguments.of(PHONE, Set.of(REDIRECT, IN_WECHAT), REDIRECT));
    }

    @ParameterizedTest
    @MethodSource("manners")
    void each_gateway_leads_a_payer_as_the_browser_allows(Browser browser, Set<Manner> able, @Nullable Manner manner) {
        var found = Storefront.manner(browser, new Able(Set.of(), able, true, true, false, true, true));
        assertThat(found.orElse(null)).isEqualTo(manner);
    }
}
