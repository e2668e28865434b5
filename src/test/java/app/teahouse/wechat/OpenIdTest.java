package app.teahouse.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.gateways.Gateway.Setups;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Visitor;
import app.teahouse.wechat.LocalWeChat.Trouble;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.ResponseEntity;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.json.JsonMapper;

/** A payer inside WeChat goes to WeChat and comes back, and we know who they are to this merchant for half an hour. */
class OpenIdTest extends WeChatAtHand {
    private static final WayId WAY = new WayId(new UUID(0, 7));
    private static final String VISIT = "__Host-wechat-visit";
    private static final String KNOWN = "__Host-wechat";

    private OpenIdPages pages(Clock clock) {
        var here = new Hosts(weChat.address(), weChat.address(), weChat.address());
        Setups setups = (way, kind) -> {
            if (!way.equals(WAY) || !kind.equals("wechat")) {
                throw Refusal.notFound("payment.no-such-way");
            }
            return setup();
        };
        return new OpenIdPages(openIds(clock), new AskWhoPays(calls, JsonMapper.shared(), here), setups, SITE);
    }

    private static String location(ResponseEntity<Void> answer) {
        return Objects.requireNonNull(answer.getHeaders().getFirst("Location"));
    }

    private static MockHttpServletRequest with(MockHttpServletResponse before, String name) {
        var request = new MockHttpServletRequest();
        request.setCookies(
                new Cookie(name, Objects.requireNonNull(before.getCookie(name)).getValue()));
        return request;
    }

    private static String state(String location) {
        return Objects.requireNonNull(UriComponentsBuilder.fromUriString(location)
                .build()
                .getQueryParams()
                .getFirst("state"));
    }

    @Test
    void the_payer_goes_to_wechat_and_comes_back_known() {
        var introduction = UriComponentsBuilder.fromUriString(gateway.introduction(WAY, "/pay/1?a=b&c=d"))
                .build();
        assertThat(introduction.getPath()).isEqualTo("/wechat/openid");
        assertThat(introduction.getQueryParams().getFirst("to")).isEqualTo("%2Fpay%2F1%3Fa%3Db%26c%3Dd");
        var pages = pages(Clock.systemUTC());
        var out = new MockHttpServletResponse();

        var way = Objects.requireNonNull(introduction.getQueryParams().getFirst("way"));
        var location = location(pages.go(visitor(), way, "/pay/1?a=b&c=d", out));

        assertThat(location)
                .matches("https://open\\.weixin\\.qq\\.com/connect/oauth2/authorize\\?appid=wx0123456789abcdef"
                        + "&redirect_uri=https%3A%2F%2Fcircles\\.example\\.org%2Fwechat%2Fopenid%2Fback"
                        + "&response_type=code&scope=snsapi_base&state=[0-9a-f]{32}#wechat_redirect");
        var visit = Objects.requireNonNull(out.getCookie(VISIT));
        assertThat(visit.isHttpOnly() && visit.getSecure()).isTrue();
        assertThat(visit.getMaxAge()).isEqualTo(300);

        var back = new MockHttpServletResponse();
        assertThat(location(pages.back(visitor(), "right", state(location), with(out, VISIT), back)))
                .isEqualTo("/pay/1?a=b&c=d");
        assertThat(Objects.requireNonNull(back.getCookie(VISIT)).getMaxAge()).isZero();
        assertThat(Objects.requireNonNull(back.getCookie(KNOWN)).getMaxAge()).isEqualTo(1800);
        assertThat(gateway.openId(setup(), with(back, KNOWN))).isEqualTo("oUpF8uMuAJO");
    }

    private static Visitor visitor() {
        return new Visitor(null);
    }

    @Test
    void nobody_is_known_without_the_cookie_for_another_merchant_or_later() {
        var response = new MockHttpServletResponse();
        openIds(Clock.systemUTC()).remember("wx0123456789abcdef", "oUpF8uMuAJO", response);
        var later = openIds(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(31)));

        assertThat(gateway.openId(setup(), with(response, KNOWN))).isEqualTo("oUpF8uMuAJO");
        assertThat(gateway.openId(setup(), new MockHttpServletRequest())).isNull();
        assertThat(openIds(Clock.systemUTC()).known("wxfedcba9876543210", with(response, KNOWN)))
                .isNull();
        assertThat(later.known("wx0123456789abcdef", with(response, KNOWN))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "...", "a.b.c.d", "%%%", "wx.oU.1790000000.AAAA"})
    void what_the_sites_key_has_not_signed_is_not_read(String value) {
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(KNOWN, value));
        assertThat(gateway.openId(setup(), request)).isNull();
    }

    /** A cookie for one purpose is no cookie for the other, though the same key signs both. */
    @Test
    void a_visit_is_not_an_identity() {
        var response = new MockHttpServletResponse();
        openIds(Clock.systemUTC()).begin(new OpenIds.Visit(WAY, "/"), response);
        var request = new MockHttpServletRequest();
        request.setCookies(new Cookie(
                KNOWN, Objects.requireNonNull(response.getCookie(VISIT)).getValue()));

        assertThat(openIds(Clock.systemUTC()).known("wx0123456789abcdef", request))
                .isNull();
    }

    @Test
    void somebody_elses_way_back_leads_nowhere() {
        var pages = pages(Clock.systemUTC());
        var mine = new MockHttpServletResponse();
        var theirs = new MockHttpServletResponse();
        location(pages.go(visitor(), "00000000-0000-0000-0000-000000000007", "/pay/1", mine));
        var location = location(pages.go(visitor(), "00000000-0000-0000-0000-000000000007", "/pay/2", theirs));

        assertFailed(() ->
                pages.back(visitor(), "right", state(location), with(mine, VISIT), new MockHttpServletResponse()));
        assertFailed(() -> pages.back(
                visitor(), "right", state(location), new MockHttpServletRequest(), new MockHttpServletResponse()));
        assertFailed(() -> pages.back(visitor(), "right", "", with(theirs, VISIT), new MockHttpServletResponse()));
        assertFailed(() -> pages(Clock.fixed(Clock.systemUTC().instant().plusSeconds(301), ZoneOffset.UTC))
                .back(visitor(), "right", state(location), with(theirs, VISIT), new MockHttpServletResponse()));
    }

    @Test
    void who_said_no_or_came_twice_is_told_to_begin_again() {
        var pages = pages(Clock.systemUTC());
        var out = new MockHttpServletResponse();
        var state = state(location(pages.go(visitor(), "00000000-0000-0000-0000-000000000007", "/pay/1", out)));

        assertFailed(() -> pages.back(visitor(), "", state, with(out, VISIT), new MockHttpServletResponse()));
        assertFailed(() -> pages.back(visitor(), "used", state, with(out, VISIT), new MockHttpServletResponse()));
        weChat.trouble(Trouble.NOT_WECHAT, 1);
        assertThatThrownBy(() -> pages.back(visitor(), "right", state, with(out, VISIT), new MockHttpServletResponse()))
                .hasMessage("wechat.silent");
    }

    private static void assertFailed(org.assertj.core.api.ThrowableAssert.ThrowingCallable visit) {
        assertThatThrownBy(visit).isInstanceOf(Refusal.class).hasMessage("wechat.openid-failed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/a b",
                "/a\r\nb",
                "pay"
            })
    void nobody_is_led_to_another_host(String to) {
        assertThatThrownBy(() -> pages(Clock.systemUTC())
                        .go(visitor(), "00000000-0000-0000-0000-000000000007", to, new MockHttpServletResponse()))
                .isInstanceOf(Refusal.class)
                .hasMessage("wechat.nowhere");
    }
}
