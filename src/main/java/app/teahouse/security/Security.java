package app.teahouse.security;

import app.teahouse.kernel.Settings;
import app.teahouse.kernel.SignIn;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.util.WebUtils;

/**
 * Three chains: browsers with our session cookie and CSRF tokens, programs with a bearer token and nothing else, payment gateways with
 * nothing at all. Who may do what is
 * decided by the Gate, so there is no authorization filter.
 */
@Configuration(proxyBeanMethods = false)
class Security {
    static final String CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; "
            + "media-src 'self'; connect-src 'self'; font-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'; manifest-src 'self'";

    private static final Pattern KEPT_NOWHERE =
            Pattern.compile("/site(?:/.*)?|/c/[^/]+/manage(?:/.*)?|/me/orders(?:/.*)?|/pay/.*");

    @Bean
    @Order(1)
    SecurityFilterChain programs(
            HttpSecurity http,
            Bearers bearers,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        return bare(http.securityMatcher("/api/v1/**"), problems)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(
                        new Reading(request -> bearer(request).flatMap(bearers::byToken))))
                .build();
    }

    /** Gateways tell what was paid: nobody has signed in there, and nothing is believed but a signature. */
    @Bean
    @Order(2)
    SecurityFilterChain gateways(
            HttpSecurity http, @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        return bare(http.securityMatcher("/payments/notify/**"), problems)
                .csrf(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.securityContextRepository(new Reading(request -> Optional.empty())))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain browsers(
            HttpSecurity http,
            SignIns signIns,
            Settings settings,
            @Qualifier("handlerExceptionResolver") HandlerExceptionResolver problems)
            throws Exception {
        var cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(settings.isSecure() ? "__Host-csrf" : "csrf");
        cookies.setParameterName("_csrf");
        cookies.setHeaderName("X-CSRF-Token");
        cookies.setCookieCustomizer(cookie -> cookie.path("/")
                .secure(settings.isSecure())
                .httpOnly(true)
                .sameSite("Lax")
                .maxAge(java.time.Duration.ofDays(30)));
        CsrfTokenRequestAttributeHandler masked = new XorCsrfTokenRequestAttributeHandler();
        masked.setCsrfRequestAttributeName(null);
        var late = new LateCookie(cookies);
        return bare(http, problems)
                .headers(headers -> headers.addHeaderWriter(late))
                // Mail programs post there by themselves (RFC 8058); what the address holds is signed, and all it does
                // is to spare its reader.
                .csrf(csrf -> csrf.csrfTokenRepository(late)
                        .csrfTokenRequestHandler(masked)
                        .ignoringRequestMatchers("/unsubscribe/*"))
                .securityContext(context -> context.securityContextRepository(
                        new Reading(request -> session(request, settings).flatMap(signIns::bySession))))
                .build();
    }

    private static HttpSecurity bare(HttpSecurity http, HandlerExceptionResolver problems) throws Exception {
        return http.addFilterBefore(new StrangersFilter(problems), CsrfFilter.class)
                .sessionManagement(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .exceptionHandling(AbstractHttpConfigurer::disable)
                .servletApi(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(csp -> csp.policyDirectives(CSP))
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frames -> frames.deny())
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(Security::privacy));
    }

    /** Pages are private unless a door says otherwise; what is about money or steers a circle or the site is kept nowhere. */
    private static void privacy(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        if (!response.containsHeader("Cache-Control")) {
            var kept = !KEPT_NOWHERE.matcher(request.getRequestURI()).matches();
            response.setHeader("Cache-Control", kept ? "private, no-cache" : "no-store");
        }
    }

    /** Spring would make up a user with a printed password where no manager is declared. */
    @Bean
    AuthenticationManager nobodySignsInHere() {
        return authentication -> {
            throw new UnsupportedOperationException("Sign-in is an operation of room accounts");
        };
    }

    static Optional<String> session(HttpServletRequest request, Settings settings) {
        var cookie = WebUtils.getCookie(request, SessionCookie.name(settings));
        return Optional.ofNullable(cookie).map(c -> c.getValue());
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        var header = request.getHeader("Authorization");
        return header != null && header.regionMatches(true, 0, "Bearer ", 0, 7)
                ? Optional.of(header.substring(7).strip())
                : Optional.empty();
    }

    private interface Reader {
        Optional<SignIn> read(HttpServletRequest request);
    }

    /** Reads who is asking off each request; nothing is ever saved, sign-in sets the cookie itself. */
    private record Reading(Reader reader) implements SecurityContextRepository {

        @Override
        @SuppressWarnings("deprecation")
        public SecurityContext loadContext(HttpRequestResponseHolder holder) {
            return read(holder.getRequest());
        }

        @Override
        public org.springframework.security.core.context.DeferredSecurityContext loadDeferredContext(
                HttpServletRequest request) {
            return new Deferred(() -> read(request));
        }

        private SecurityContext read(HttpServletRequest request) {
            var context = SecurityContextHolder.createEmptyContext();
            if (context instanceof SecurityContextImpl mutable) {
                mutable.setAuthentication(authentication(request));
            }
            return context;
        }

        private @Nullable Authentication authentication(HttpServletRequest request) {
            return reader.read(request)
                    .map(signIn -> new PreAuthenticatedAuthenticationToken(signIn, "", java.util.List.of()))
                    .orElse(null);
        }

        @Override
        public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

        @Override
        public boolean containsContext(HttpServletRequest request) {
            return reader.read(request).isPresent();
        }
    }

    /** Read at most once a request, and not at all for static files. */
    private static final class Deferred implements org.springframework.security.core.context.DeferredSecurityContext {
        private final java.util.function.Supplier<SecurityContext> read;
        private @Nullable SecurityContext context;

        Deferred(java.util.function.Supplier<SecurityContext> read) {
            this.read = read;
        }

        @Override
        public SecurityContext get() {
            if (context == null) {
                context = read.get();
            }
            return context;
        }

        @Override
        public boolean isGenerated() {
            return context == null;
        }
    }
}
