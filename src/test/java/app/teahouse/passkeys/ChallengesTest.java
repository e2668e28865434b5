package app.teahouse.passkeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.webauthn.api.Bytes;

/** The question that a passkey answers. */
@TeahouseTest
class ChallengesTest {
    @Autowired
    Challenges challenges;

    @Test
    void a_question_is_answered_once() {
        var asked = new MockHttpServletResponse();
        var challenge = challenges.ask("sign-in", asked);

        assertThat(answer("sign-in", cookie(asked))).isEqualTo(challenge);
        refused(() -> answer("sign-in", cookie(asked)));
    }

    @Test
    void a_question_is_for_one_purpose_and_for_five_minutes() {
        var asked = new MockHttpServletResponse();
        challenges.ask("sign-in", asked);

        refused(() -> answer("make", cookie(asked)));
        TestClock.at(Instant.now().plus(Duration.ofMinutes(6)), () -> refused(() -> answer("sign-in", cookie(asked))));
    }

    @Test
    void nobody_asks_in_the_name_of_the_site() {
        var until = Instant.now().plusSeconds(60).getEpochSecond();
        refused(() ->
                answer("sign-in", new Cookie("passkey", Bytes.random().toBase64UrlString() + "." + until + ".AAAA")));
        refused(() -> answer("sign-in", new Cookie("passkey", "nonsense")));
        refused(() -> answer("sign-in", new Cookie("other", "")));
    }

    private static void refused(Runnable action) {
        assertThatThrownBy(action::run).hasMessage("passkey.too-late");
    }

    private Bytes answer(String purpose, Cookie cookie) {
        var request = new MockHttpServletRequest();
        request.setCookies(cookie);
        return challenges.answered(purpose, request, new MockHttpServletResponse());
    }

    private static Cookie cookie(MockHttpServletResponse response) {
        return Objects.requireNonNull(response.getCookie("passkey"));
    }
}
