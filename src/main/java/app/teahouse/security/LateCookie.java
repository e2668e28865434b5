package app.teahouse.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Sets the CSRF cookie when the answer is known, and not with one that caches may keep for everybody: two visitors behind a cache would
 * have the same token.
 */
final class LateCookie implements CsrfTokenRepository, HeaderWriter {
    private static final String FRESH = LateCookie.class.getName();

    private record Fresh(@Nullable CsrfToken token) {}

    private final CsrfTokenRepository cookies;

    LateCookie(CsrfTokenRepository cookies) {
        this.cookies = cookies;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return cookies.generateToken(request);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        return cookies.loadToken(request);
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        request.setAttribute(FRESH, new Fresh(token));
    }

    /** Spring Security calls this once, before the first byte leaves. */
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        var kept = response.getHeader("Cache-Control");
        if (request.getAttribute(FRESH) instanceof Fresh(var token) && (kept == null || !kept.contains("public"))) {
            request.removeAttribute(FRESH);
            cookies.saveToken(token, request, response);
        }
    }
}
