package app.teahouse.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Test
    void a_day_is_its_noon_and_a_moment_is_itself() {
        assertThat(Manifest.instant("2021/4/9", ZONE)).isEqualTo(Instant.parse("2021-04-09T04:00:00Z"));
        assertThat(Manifest.instant("2021-04-09 08:00:00", ZONE)).isEqualTo(Instant.parse("2021-04-09T00:00:00Z"));
        assertThat(Manifest.instant("2021-04-09T08:00:00+02:00", ZONE))
                .isEqualTo(Instant.parse("2021-04-09T06:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "2021-13-01",
                "+999999999-01-01T00:00:00Z",
                "-999999999-01-01T00:00:00Z",
                "0021-04-09"
            })
    void what_is_no_date_of_an_article_is_none(String text) {
        assertThat(Manifest.instant(text, ZONE)).isNull();
    }
}
