package app.teahouse.home;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.testing.TeahouseTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** The guide shows its pictures, small ones, in the reader's language. */
@TeahouseTest
class GuideTest {
    private static final Pattern SHOWN = Pattern.compile("<img src=\"(/guide/pictures/[^\"]+)\"[^>]* width=\"\\d+\"");

    @Autowired
    MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({"en, owners-guide.md", "zh-CN, owners-guide.zh.md"})
    void each_picture_that_a_guide_names_is_shown_and_served(String language, String guide) throws Exception {
        var page = mvc.get().uri("/guide").header("Accept-Language", language).exchange();
        assertThat(page).hasStatusOk().bodyText().doesNotContain("guide.invalid", "picture-away", "picture-gone");
        var shown = new TreeSet<String>();
        SHOWN.matcher(page.getResponse().getContentAsString()).results().forEach(found -> shown.add(found.group(1)));

        assertThat(shown).hasSize((int) named(guide)).hasSizeGreaterThan(4);
        for (var picture : shown) {
            assertThat(mvc.get().uri(picture)).hasStatusOk().hasContentType("image/png");
        }
    }

    private static long named(String guide) throws IOException {
        return Files.readString(Path.of("docs/guides", guide))
                .lines()
                .filter(line -> line.contains("](../images/guide-"))
                .count();
    }

    @Test
    void no_picture_is_large_and_no_other_file_is_served() throws IOException {
        try (var files = Files.list(Path.of("docs/images"))) {
            for (var file : files.filter(one -> one.getFileName().toString().startsWith("guide-"))
                    .toList()) {
                assertThat(Files.size(file)).as(file.toString()).isLessThan(150_000);
            }
        }
        assertThat(mvc.get().uri("/guide/pictures/owners-guide.md")).hasStatus(404);
        assertThat(mvc.get().uri("/guide/pictures/guide-none.en.png")).hasStatus(404);
    }
}
