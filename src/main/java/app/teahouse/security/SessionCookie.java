package app.teahouse.security;

import app.teahouse.kernel.Settings;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Sets and takes back the cookie that carries a session. Its name is bound to this host wherever the site is served by https. */
@Component
public class SessionCookie {
    private static final Duration LIFE = Duration.ofDays(90);

    private final Settings settings;

    SessionCookie(Settings settings) {
        this.settings = settings;
    }

    static String name(Settings settings) {
        return settings.isSecure() ? "__Host-s" : "s";
    }

    public void set(HttpServletResponse response, String value) {
        add(response, value, LIFE);
    }

    public void clear(HttpServletResponse response) {
        add(response, "", Duration.ZERO);
    }

    private void add(HttpServletResponse response, String value, Duration life) {
        var cookie = ResponseCookie.from(name(settings), value)
                .path("/")
                .httpOnly(true)
                .secure(settings.isSecure())
                .sameSite("Lax")
                .maxAge(life)
                .build();
        response.addHeader("Set-Cookie", cookie.toString());
    }
}
