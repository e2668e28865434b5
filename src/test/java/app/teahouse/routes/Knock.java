package app.teahouse.routes;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;

import app.teahouse.kernel.SignIn;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;

/** Knocks at doors and tells what was answered. Every request carries what would forge a proof if Spring bound it. */
@Component
class Knock {
    private static final String FORGED =
            "?person.signIn.operator=true&signIn.operator=true&operator=true&role=OWNER&standing.role=OWNER&member=1&person=1";
    private static final Set<String> SCOPES = Set.of("read", "write", "manage");

    /** Not the one that Spring Boot makes: that keeps every request to print them all when a test fails. */
    private final MockMvcTester mvc;

    Knock(WebApplicationContext context) {
        this.mvc = MockMvcTester.from(
                context, builder -> builder.apply(springSecurity()).build());
    }

    /** An answer without what differs between any two requests. */
    record Answer(int status, String headers, String body) {

        boolean isBug() {
            return status >= 500;
        }

        /** Refused: by the Gate for a program or a person, or sent to sign in first. */
        boolean isRefused() {
            return status == 401 || status == 403 || status == 404 || isToSignIn();
        }

        boolean isToSignIn() {
            return status == 303 && headers.contains("location=/sign-in");
        }
    }

    Answer at(Route route, Caller caller, String slug) {
        return at(route.method(), route.in(slug), route.body(), caller, slug);
    }

    Answer at(HttpMethod method, String path, MediaType body, Caller caller, String slug) {
        var request = MockMvcRequestBuilders.request(method, path + FORGED);
        var isApi = path.startsWith("/api/v1/");
        if (!method.equals(HttpMethod.GET)) {
            write(request, body, isApi);
        }
        caller.signIn()
                .ifPresent(signIn -> request.with(authentication(
                        new PreAuthenticatedAuthenticationToken(isApi ? byToken(signIn) : signIn, "", List.of()))));
        return answer(mvc.perform(request).getMvcResult().getResponse(), slug);
    }

    private static void write(MockHttpServletRequestBuilder request, MediaType body, boolean isApi) {
        request.contentType(body);
        if (body.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            request.content("{}");
        }
        if (!isApi) {
            request.with(csrf());
        }
    }

    private static SignIn byToken(SignIn is) {
        return new SignIn(
                is.account(),
                is.session(),
                is.name(),
                is.picture(),
                is.locale(),
                is.zone(),
                is.verified(),
                is.operator(),
                SCOPES);
    }

    private static Answer answer(org.springframework.mock.web.MockHttpServletResponse response, String slug) {
        var headers = new TreeMap<String, String>();
        for (var name : response.getHeaderNames()) {
            if (name.equalsIgnoreCase("Content-Length")) {
                continue; // the body is compared itself, without the addresses in it
            }
            var value = name.equals("Set-Cookie")
                    ? response.getHeaders(name).stream()
                            .map(cookie -> cookie.split("=", 2)[0])
                            .toList()
                            .toString()
                    : response.getHeaders(name).toString();
            headers.put(
                    name.toLowerCase(java.util.Locale.ROOT),
                    value.replaceAll("^\\[|]$", "").replace(slug, "SLUG"));
        }
        try {
            return new Answer(
                    response.getStatus(),
                    headers.toString(),
                    plain(response.getContentAsString()).replace(slug, "SLUG"));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Masked CSRF tokens differ each time, and the bell may ring between two requests. */
    private static String plain(String body) {
        return body.replaceAll("[A-Za-z0-9_-]{60,}", "TOKEN")
                .replaceAll("(?s)<span [^>]*data-unread[^>]*>[^<]*</span>", "BELL");
    }
}
