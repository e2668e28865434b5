package app.teahouse.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;

/** On its own: tests that send forms put another repository into the program they share. */
class LateCookieTest {
    private final LateCookie cookies = new LateCookie(new CookieCsrfTokenRepository());

    @Test
    void a_page_of_ones_own_brings_the_token() {
        assertThat(answered("private, no-cache")).startsWith("XSRF-TOKEN=");
        assertThat(answered(null)).startsWith("XSRF-TOKEN=");
    }

    @Test
    void what_caches_may_keep_for_everybody_brings_none() {
        assertThat(answered("public, max-age=3600")).isNull();
        assertThat(answered("max-age=31536000, public, immutable")).isNull();
    }

    private @Nullable String answered(@Nullable String kept) {
        var request = new MockHttpServletRequest();
        var response = new MockHttpServletResponse();
        cookies.saveToken(cookies.generateToken(request), request, response);
        assertThat(response.getHeader("Set-Cookie")).isNull();
        if (kept != null) {
            response.setHeader("Cache-Control", kept);
        }
        cookies.writeHeaders(request, response);
        return response.getHeader("Set-Cookie");
    }
}
