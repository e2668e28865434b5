package app.teahouse.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Person;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Tokens, from the page that makes them to the API that takes them. */
@TeahouseTest
class TokensTest {
    private static final Pattern SECRET = Pattern.compile("th_[A-Za-z0-9_-]{65}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SomePeople people;

    @Autowired
    TokenList list;

    @Autowired
    LastUsed lastUsed;

    @Autowired
    RecogniseToken recognise;

    @Test
    void a_token_is_shown_once_and_opens_the_api() {
        var person = people.someone("Mei");
        var secret = make(person, "read");

        var me = get("/api/v1/me", secret);
        assertThat(me).hasStatusOk();
        assertThat(me).bodyJson().extractingPath("$.name").isEqualTo("Mei");
        var page = mvc.get()
                .uri("/me/settings/tokens")
                .cookie(people.cookie(person))
                .exchange();
        assertThat(body(page)).contains("Reader").doesNotContain(secret);
    }

    @Test
    void a_token_does_what_its_scopes_say_and_no_more() {
        var person = people.someone();
        var reads = make(person, "read");
        var writes = make(person, "read", "write");

        assertThat(patch(reads))
                .hasStatus(403)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("token.scope");
        assertThat(patch(writes))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.about")
                .isEqualTo("Tea");
        var other = list.of(person.account()).getFirst().id();
        assertThat(delete(
                        "/api/v1/me/tokens/"
                                + list.of(person.account()).getLast().id(),
                        writes))
                .hasStatus(403);
        assertThat(delete("/api/v1/me/tokens/" + other, writes)).hasStatus(204);
        assertThat(get("/api/v1/me", writes)).hasStatus(401);
    }

    @Test
    void a_token_ends_when_it_expires_or_is_taken_back() {
        var person = people.someone();
        var secret = make(person, "read");
        assertThat(get("/api/v1/me", secret)).hasStatusOk();

        recognise.forget(person.account());
        TestClock.at(Instant.now().plus(Duration.ofDays(91)), () -> {
            assertThat(get("/api/v1/me", secret)).hasStatus(401);
        });
        assertThat(get("/api/v1/me", secret)).hasStatusOk();

        var id = list.of(person.account()).getFirst().id();
        assertThat(mvc.post()
                        .uri("/me/settings/tokens/" + id + "/removal")
                        .cookie(people.cookie(person))
                        .with(csrf())
                        .exchange())
                .hasStatus(303);
        assertThat(get("/api/v1/me", secret)).hasStatus(401);
    }

    @Test
    void nonsense_and_other_peoples_ids_open_nothing() {
        var secret = make(people.someone(), "read");
        var theirs = make(people.someone(), "read");

        assertThat(get("/api/v1/me", "th_nonsense")).hasStatus(401);
        assertThat(get("/api/v1/me", theirs.substring(0, 25) + secret.substring(25)))
                .hasStatus(401);
        assertThat(get("/api/v1/me", secret.substring(3))).hasStatus(401);
    }

    @Test
    void a_session_cookie_opens_no_api_and_a_token_makes_no_token() {
        var person = people.someone();
        assertThat(mvc.get().uri("/api/v1/me").cookie(people.cookie(person)).exchange())
                .hasStatus(401);
        var secret = make(person, "read", "write", "manage");
        assertThat(mvc.post()
                        .uri("/me/settings/tokens")
                        .header("Authorization", "Bearer " + secret)
                        .param("name", "More")
                        .param("scopes", "read")
                        .with(csrf())
                        .exchange())
                .hasStatus(303)
                .hasHeader("Location", "/sign-in");
    }

    @Test
    void when_it_was_used_is_written_at_most_every_five_minutes() {
        var person = people.someone();
        var secret = make(person, "read");
        get("/api/v1/me", secret);
        lastUsed.step(Instant.now());
        var first = list.of(person.account()).getFirst().usedAt();
        assertThat(first).isNotNull();

        get("/api/v1/me", secret);
        lastUsed.step(Instant.now());
        assertThat(list.of(person.account()).getFirst().usedAt()).isEqualTo(first);

        var later = Instant.now().plus(Duration.ofMinutes(6));
        TestClock.at(later, () -> {
            get("/api/v1/me", secret);
            lastUsed.step(later);
        });
        assertThat(list.of(person.account()).getFirst().usedAt()).isAfter(first);
    }

    @Test
    void the_form_says_what_is_missing() {
        var person = people.someone();
        var answer = mvc.post()
                .uri("/me/settings/tokens")
                .cookie(people.cookie(person))
                .param("days", "9999")
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(body(answer)).contains("name-error", "days-error");
        assertThatThrownBy(() -> list.revoke(person, java.util.UUID.randomUUID()))
                .hasMessage("token.unknown");
    }

    private String make(Person person, String... scopes) {
        Cookie cookie = people.cookie(person);
        var made = mvc.post()
                .uri("/me/settings/tokens")
                .cookie(cookie)
                .param("name", "Reader")
                .param("scopes", scopes)
                .param("days", "90")
                .with(csrf())
                .exchange();
        assertThat(made).hasStatusOk().hasHeader("Cache-Control", "no-store");
        var found = SECRET.matcher(body(made));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private MvcTestResult get(String path, String secret) {
        return mvc.get().uri(path).header("Authorization", "Bearer " + secret).exchange();
    }

    private MvcTestResult delete(String path, String secret) {
        return mvc.delete()
                .uri(path)
                .header("Authorization", "Bearer " + secret)
                .exchange();
    }

    private MvcTestResult patch(String secret) {
        return mvc.patch()
                .uri("/api/v1/me")
                .header("Authorization", "Bearer " + secret)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"about\": \"Tea\"}")
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
