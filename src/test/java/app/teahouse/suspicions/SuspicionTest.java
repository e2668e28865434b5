package app.teahouse.suspicions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Visitor;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.io.UnsupportedEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Whose sign-up looks like a machine's comes in, learns nothing, and waits for people. */
@TeahouseTest
@Tag("once")
@Isolated("it switches the look at new accounts on for the whole site")
class SuspicionTest {
    private static final Pattern STAMP = Pattern.compile("name=\"opened\" value=\"([^\"]*)\"");

    @Autowired
    MockMvcTester browser;

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    Defences defences;

    @Autowired
    Gate gate;

    @Autowired
    JdbcTemplate jdbc;

    Person desk;
    Operator operator;

    @BeforeEach
    void anOperatorLooks() {
        desk = people.someOperator();
        operator = gate.operator(new Visitor(desk));
        defences.change(operator, new Defence(true, "mail.throwaway.example"));
    }

    @AfterEach
    void nobodyLooks() {
        defences.change(operator, new Defence(false, ""));
    }

    private String stamp(Duration ago) throws Exception {
        return TestClock.at(Instant.now().minus(ago), () -> {
            var page = browser.get().uri("/sign-up").exchange().getResponse().getContentAsString();
            var found = STAMP.matcher(page);
            assertThat(found.find()).isTrue();
            return found.group(1);
        });
    }

    private MvcTestResult signUp(String email, String trap, String stamp) {
        return browser.post()
                .uri("/sign-up")
                .with(csrf())
                .param("name", "Mei")
                .param("email", email)
                .param("password", "four warm cups")
                .param("homepage", trap)
                .param("opened", stamp)
                .exchange();
    }

    private static String address(String domain) {
        return "n" + Ids.next().toString().replace("-", "") + "@" + domain;
    }

    private List<String> signs(String email) {
        return jdbc.queryForList("""
                select unnest(s.reasons)
                  from suspicions.suspicion s
                  join accounts.account a on a.account_id = s.account_id
                 where a.email = ?
                """, String.class, email);
    }

    @Test
    void each_trap_is_noted_and_none_shows() throws Exception {
        var calm = stamp(Duration.ofMinutes(1));
        var honest = address("example.org");
        var fair = signUp(honest, "", calm);
        assertThat(signs(honest)).isEmpty();

        record Try(String email, String trap, String stamp, String sign) {}
        for (var one : List.of(
                new Try(address("example.org"), "https://shop.example", calm, "trap"),
                new Try(address("example.org"), "", stamp(Duration.ZERO), "quick"),
                new Try(address("example.org"), "", "", "unopened"),
                new Try(address("example.org"), "", calm + "x", "unopened"),
                new Try(address("eu.mailinator.com"), "", calm, "disposable"),
                new Try(address("a.mail.throwaway.example"), "", calm, "disposable"))) {
            var answer = signUp(one.email(), one.trap(), one.stamp());
            assertThat(signs(one.email())).containsExactly(one.sign());
            assertThat(answer.getResponse().getStatus())
                    .isEqualTo(fair.getResponse().getStatus());
            assertThat(answer.getResponse().getRedirectedUrl())
                    .isEqualTo(fair.getResponse().getRedirectedUrl());
        }
        assertThat(signs(address("notmailinator.com"))).isEmpty();
    }

    @Test
    void a_form_that_was_open_for_days_comes_again_as_it_was_typed() throws Exception {
        var answer = signUp(address("example.org"), "", stamp(Duration.ofHours(25)));
        var page = answer.getResponse().getContentAsString();
        assertThat(page).contains("open for long", "value=\"Mei\"");
        var found = STAMP.matcher(page);
        assertThat(found.find()).isTrue();
        var email = address("example.org");
        assertThat(signUp(email, "", found.group(1)).getResponse().getStatus()).isEqualTo(303);
        assertThat(signs(email)).containsExactly("quick");
    }

    @Test
    void they_wait_at_an_open_door_their_first_words_wait_and_the_operator_clears_them() throws Exception {
        var owner = circles.someOwner();
        var email = address("example.org");
        var cookie = session(signUp(email, "x", stamp(Duration.ofMinutes(1))));
        var slug = SomeCircles.slug(owner);
        join(slug, cookie);
        assertThat(page("/c/" + slug + "/manage/applications", owner))
                .contains("Suspicious sign-up", "Filled in a field that nobody sees");
        approve(owner);
        assertThat(browser.post()
                        .uri("/c/" + slug + "/write")
                        .cookie(cookie)
                        .with(csrf())
                        .param("id", Ids.next().toString())
                        .param("title", "Shoes")
                        .param("text", "Buy my shoes"))
                .hasStatus(303);
        assertThat(jdbc.queryForObject(
                        "select count(*) from content.post where circle_id = ? and state = 'held'",
                        Long.class,
                        owner.circle().value()))
                .isEqualTo(1);

        assertThat(browser.get().uri("/site/newcomers").cookie(people.cookie(desk)))
                .bodyText()
                .contains("Mei");
        var account = account(email);
        assertThat(browser.post()
                        .uri("/site/newcomers/" + account.value() + "/clearing")
                        .cookie(people.cookie(desk))
                        .with(csrf()))
                .hasStatus(303);
        assertThat(browser.post()
                        .uri("/site/newcomers/" + account.value() + "/clearing")
                        .cookie(people.cookie(desk))
                        .with(csrf()))
                .hasStatus(409);
        var other = circles.someOwner();
        join(SomeCircles.slug(other), cookie);
        assertThat(jdbc.queryForObject(
                        "select count(*) from members.membership where circle_id = ? and account_id = ? and state = 'active'",
                        Long.class,
                        other.circle().value(),
                        account.value()))
                .isEqualTo(1);
    }

    private void join(String slug, Cookie cookie) {
        assertThat(browser.post()
                        .uri("/c/" + slug + "/membership")
                        .cookie(cookie)
                        .with(csrf()))
                .hasStatus(303);
    }

    private void approve(Owner owner) {
        var id = jdbc.queryForObject(
                "select application_id from applications.application where circle_id = ? and state = 'waiting'",
                UUID.class,
                owner.circle().value());
        assertThat(browser.post()
                        .uri("/c/" + SomeCircles.slug(owner) + "/manage/applications/decisions")
                        .cookie(people.cookie(owner.member().person()))
                        .with(csrf())
                        .param("approve", Ids.text(new AccountId(Objects.requireNonNull(id)))))
                .hasStatus(303);
    }

    private AccountId account(String email) {
        return new AccountId(Objects.requireNonNull(
                jdbc.queryForObject("select account_id from accounts.account where email = ?", UUID.class, email)));
    }

    private String page(String path, Owner owner) throws UnsupportedEncodingException {
        return browser.get()
                .uri(path)
                .cookie(people.cookie(owner.member().person()))
                .exchange()
                .getResponse()
                .getContentAsString();
    }

    private static Cookie session(MvcTestResult answer) {
        for (var cookie : answer.getResponse().getCookies()) {
            if (cookie.getName().equals("s") || cookie.getName().equals("__Host-s")) {
                return cookie;
            }
        }
        throw new AssertionError("No session");
    }
}
