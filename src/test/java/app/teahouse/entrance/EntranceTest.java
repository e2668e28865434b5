package app.teahouse.entrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import app.teahouse.accounts.SomePeople;
import app.teahouse.kernel.Ids;
import app.teahouse.testing.TeahouseTest;
import jakarta.servlet.http.Cookie;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The way in and the way out, as a browser walks it. */
@TeahouseTest
@Tag("once")
class EntranceTest {
    static final String PASSWORD = "four warm cups";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    SomePeople people;

    @Autowired
    SetUp setUp;

    private final String email = Ids.next() + "@example.org";

    @Test
    void three_fields_open_an_account_and_sign_in_at_once() {
        var answer = signUp(email, PASSWORD, "/discover");

        assertThat(answer).hasStatus(303).hasHeader("Location", "/discover");
        assertThat(cookie(answer).isHttpOnly()).isTrue();
        assertThat(mvc.get().uri("/sign-out").cookie(cookie(answer)).exchange()).hasStatusOk();
    }

    @Test
    void somebody_signs_in_with_their_password_and_out_again() {
        signUp(email, PASSWORD, "/");

        var answer = signIn("  " + email.toUpperCase(java.util.Locale.ROOT), PASSWORD, "/c/tea");
        assertThat(answer).hasStatus(303).hasHeader("Location", "/c/tea");

        var out =
                mvc.post().uri("/sign-out").cookie(cookie(answer)).with(csrf()).exchange();
        assertThat(out).hasStatus(303);
        assertThat(mvc.get().uri("/sign-out").cookie(cookie(answer)).exchange()).hasStatus(303);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
        signUp(email, PASSWORD, "/");

        var wrong = signIn(email, "some other cup", "/");
        var unknown = signIn("x" + email, PASSWORD, "/");

        assertThat(wrong).hasStatus(422);
        assertThat(unknown).hasStatus(422);
        assertThat(text(unknown).replace("x" + email, email)).isEqualTo(text(wrong));
    }

    @Test
    void signing_up_with_a_known_address_looks_like_signing_up() {
        var first = signUp(email, PASSWORD, "/");
        var second = signUp(email, "six cold cups", "/");

        assertThat(second).hasStatus(first.getResponse().getStatus()).hasHeader("Location", "/");
        assertThat(cookie(second).getValue().substring(0, 22))
                .isNotEqualTo(cookie(first).getValue().substring(0, 22));
        assertThat(account(signIn(email, PASSWORD, "/"))).isEqualTo(account(first));
        assertThat(account(signIn(email, "six cold cups", "/"))).isEqualTo(account(second));
    }

    @Test
    void signing_up_again_with_the_right_password_is_signing_in() {
        var first = signUp(email, PASSWORD, "/");
        var again = signUp(email, PASSWORD, "/");

        assertThat(account(again)).isEqualTo(account(first));
    }

    @Test
    void what_is_wrong_stands_beside_its_field_and_what_was_typed_is_kept() {
        var answer = mvc.post()
                .uri("/sign-up")
                .param("name", "Mei Lin")
                .param("email", "not an address")
                .param("password", "password123")
                .with(csrf())
                .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(text(answer)).contains("value=\"Mei Lin\"", "id=\"email-error\"", "id=\"password-error\"");
        assertThat(text(answer)).doesNotContain("password123");
    }

    @Test
    void nobody_is_led_away_from_the_site() {
        assertThat(signUp(email, PASSWORD, "//evil.example")).hasHeader("Location", "/");
        assertThat(Entrance.onward("/\\evil.example")).isEqualTo("/");
        assertThat(Entrance.onward("https://evil.example")).isEqualTo("/");
        assertThat(Entrance.onward("/c/tea?tag=a")).isEqualTo("/c/tea?tag=a");
    }

    @Test
    void the_first_person_becomes_the_operator_with_the_printed_code() {
        var code = setUp.newCode();

        assertThat(setUp(code.substring(1) + "a")).hasStatus(422);
        var answer = setUp(code);
        assertThat(answer).hasStatus(303);
        assertThat(mvc.get().uri("/setup").exchange()).hasStatus(404);
        assertThat(setUp.hasOperator()).isTrue();
    }

    private MvcTestResult setUp(String code) {
        return mvc.post()
                .uri("/setup")
                .param("code", code)
                .param("name", "Operator")
                .param("email", email)
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult signUp(String email, String password, String to) {
        return mvc.post()
                .uri("/sign-up")
                .param("name", "Mei")
                .param("email", email)
                .param("password", password)
                .param("to", to)
                .with(csrf())
                .with(SomePeople.elsewhere())
                .exchange();
    }

    private MvcTestResult signIn(String email, String password, String to) {
        return mvc.post()
                .uri("/sign-in")
                .param("email", email)
                .param("password", password)
                .param("to", to)
                .with(csrf())
                .with(SomePeople.elsewhere())
                .exchange();
    }

    private static Cookie cookie(MvcTestResult answer) {
        return Objects.requireNonNull(answer.getResponse().getCookie("s"));
    }

    private static String account(MvcTestResult answer) {
        return cookie(answer).getValue().substring(0, 22);
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8)
                .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }
}
