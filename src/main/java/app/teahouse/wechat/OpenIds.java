package app.teahouse.wechat;

import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Settings;
import app.teahouse.secrets.Secrets;
import app.teahouse.secrets.SiteKey;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/**
 * Who a payer is inside WeChat. It is known for half an hour, in a cookie that the site's key has signed, and nowhere else: nobody's
 * WeChat is tied to their account.
 */
@Component
class OpenIds {
    private static final Duration KNOWN = Duration.ofMinutes(30);
    private static final Duration ASKED = Duration.ofMinutes(5);
    private static final String PURPOSE = "wechat.openid";

    private final Clock clock;
    private final SiteKey key;
    private final Settings settings;

    OpenIds(Clock clock, SiteKey key, Settings settings) {
        this.clock = clock;
        this.key = key;
        this.settings = settings;
    }

    /** A visit to WeChat that has begun, and where it leads in the end. */
    record Visit(WayId way, String to) {}

    /** @return the word that WeChat gives back ({@code state}): it belongs to the cookie in this very browser */
    String begin(Visit visit, HttpServletResponse response) {
        var parts = List.of(Secrets.next(128), Ids.text(visit.way()), visit.to());
        response.addHeader("Set-Cookie", cookie(visiting(), signed("visit", parts, ASKED), ASKED));
        return state(parts);
    }

    /** The visit that comes back, once. */
    Optional<Visit> end(String state, HttpServletRequest request, HttpServletResponse response) {
        var parts = opened("visit", value(visiting(), request));
        response.addHeader("Set-Cookie", cookie(visiting(), "", Duration.ZERO));
        return parts.filter(visit -> visit.size() == 3
                        && MessageDigest.isEqual(ascii(state(visit)), state.getBytes(StandardCharsets.UTF_8)))
                .map(visit -> new Visit(new WayId(Ids.parse(visit.get(1))), visit.get(2)));
    }

    /** WeChat wants letters and digits, at most 128. */
    private String state(List<String> parts) {
        return HexFormat.of().formatHex(mac("state", parts), 0, 16);
    }

    void remember(String app, String openId, HttpServletResponse response) {
        response.addHeader("Set-Cookie", cookie(knowing(), signed("known", List.of(app, openId), KNOWN), KNOWN));
    }

    @Nullable
    String known(String app, HttpServletRequest request) {
        return opened("known", value(knowing(), request))
                .filter(known -> known.size() == 2 && known.getFirst().equals(app))
                .map(known -> known.get(1))
                .orElse(null);
    }

    private String signed(String what, List<String> parts, Duration life) {
        var all = new ArrayList<>(parts);
        all.add(String.valueOf(clock.instant().plus(life).getEpochSecond()));
        var text = new StringBuilder();
        all.forEach(part ->
                text.append(base64(part.getBytes(StandardCharsets.UTF_8))).append('.'));
        return text + base64(mac(what, all));
    }

    private Optional<List<String>> opened(String what, String value) {
        try {
            var pieces = value.split("\\.", -1);
            var all = new ArrayList<String>();
            for (var i = 0; i < pieces.length - 1; i++) {
                all.add(new String(Base64.getUrlDecoder().decode(pieces[i]), StandardCharsets.UTF_8));
            }
            var given = Base64.getUrlDecoder().decode(pieces[pieces.length - 1]);
            return all.size() > 1
                            && MessageDigest.isEqual(given, mac(what, all))
                            && clock.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(all.getLast())))
                    ? Optional.of(all.subList(0, all.size() - 1))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private byte[] mac(String what, List<String> parts) {
        var bytes = new byte[parts.size() + 1][];
        bytes[0] = ascii(what);
        for (var i = 0; i < parts.size(); i++) {
            bytes[i + 1] = parts.get(i).getBytes(StandardCharsets.UTF_8);
        }
        return key.mac(PURPOSE, bytes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String value(String name, HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name);
        return cookie == null ? "" : cookie.getValue();
    }

    private String visiting() {
        return settings.isSecure() ? "__Host-wechat-visit" : "wechat-visit";
    }

    private String knowing() {
        return settings.isSecure() ? "__Host-wechat" : "wechat";
    }

    /** Lax: the browser comes back from WeChat's host by a link. */
    private String cookie(String name, String value, Duration life) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(settings.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build()
                .toString();
    }
}
