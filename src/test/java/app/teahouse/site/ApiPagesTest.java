package app.teahouse.site;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.testing.TeahouseTest;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What the product says of its API and of its refusals, to everybody. */
@TeahouseTest
class ApiPagesTest {
    @Autowired
    MockMvcTester mvc;

    @Test
    void programs_read_the_document_that_is_committed() throws Exception {
        assertThat(mvc.get().uri("/api/openapi.json"))
                .hasStatusOk()
                .hasContentType("application/json")
                .bodyText()
                .isEqualTo(new ClassPathResource("api/openapi.json").getContentAsString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void people_read_pages(String language) {
        assertThat(mvc.get().uri("/api").header("Accept-Language", language))
                .hasStatusOk()
                .bodyText()
                .contains("/api/v1/circles/{slug}/posts", "id=\"schema-site.Overview\"");
        assertThat(mvc.get().uri("/problems").header("Accept-Language", language))
                .hasStatusOk()
                .bodyText()
                .contains("/problems/circle.unknown");
        assertThat(mvc.get().uri("/problems/circle.unknown").header("Accept-Language", language))
                .hasStatusOk()
                .bodyText()
                .contains("404")
                .contains(language.equals("en") ? "There is no circle at this address" : "圈子");
    }

    @Test
    void a_code_that_nobody_says_has_no_page() {
        assertThat(mvc.get().uri("/problems/no.such-code")).hasStatus(404);
    }
}
