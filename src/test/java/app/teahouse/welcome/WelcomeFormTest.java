package app.teahouse.welcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Refusal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Owners know a post by its address, not by its number. */
@Tag("once")
class WelcomeFormTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "12",
                "#12",
                "＃12",
                " 12 ",
                "/p/12",
                "https://example.org/c/walks/p/12",
                "https://example.org/c/p/p/12?from=feed#comments"
            })
    void a_post_is_named_by_its_number_or_its_address(String text) {
        assertThat(WelcomeForm.number("introduceAt", text)).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "https://example.org/c/walks", "/p/", "12a", "1234567890123456"})
    void what_names_no_post_is_refused(String text) {
        assertThatThrownBy(() -> WelcomeForm.number("introduceAt", text)).isInstanceOf(Refusal.class);
    }
}
