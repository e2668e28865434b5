package app.teahouse.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ZonesTest {
    @Test
    void zones_are_told_in_the_readers_words_with_the_usual_ones_first() {
        var chinese = Zones.around(SomeFrames.visitor(Locale.SIMPLIFIED_CHINESE), "Asia/Shanghai");
        assertThat(chinese.keySet().iterator().next()).isEqualTo("Asia/Shanghai");
        assertThat(chinese).containsEntry("Asia/Shanghai", "上海（中国标准时间，UTC+8）").containsEntry("UTC", "协调世界时（UTC）");

        var english = Zones.around(SomeFrames.visitor(Locale.ENGLISH), "Asia/Shanghai");
        assertThat(english)
                .containsEntry("Asia/Shanghai", "Shanghai (China Standard Time, UTC+8)")
                .containsEntry("Asia/Kolkata", "Kolkata (India Standard Time, UTC+5:30)")
                .containsEntry("America/Los_Angeles", "Los Angeles (Pacific Time, UTC−8)")
                .hasSizeGreaterThan(300);
    }

    @Test
    void the_zone_that_holds_is_among_them_even_by_an_old_name() {
        var zones = Zones.around(SomeFrames.visitor(Locale.ENGLISH), "Asia/Calcutta");
        assertThat(zones.keySet().iterator().next()).isEqualTo("Asia/Calcutta");
        assertThat(zones).doesNotContainKey("Asia/Kolkata");
        assertThat(Zones.around(SomeFrames.visitor(Locale.ENGLISH), "Mars/Olympus"))
                .doesNotContainKey("Mars/Olympus");
    }

    @Test
    void every_zone_that_is_offered_can_be_chosen() {
        assertThat(Zones.around(SomeFrames.visitor(Locale.ENGLISH), "UTC").keySet())
                .allMatch(Zones::has);
    }

    @Test
    void a_sentence_names_the_place_a_clock_goes_by() {
        assertThat(SomeFrames.visitor(Locale.SIMPLIFIED_CHINESE).clock()).isEqualTo("上海");
        assertThat(SomeFrames.visitor(Locale.ENGLISH).clock()).isEqualTo("Shanghai");
    }

    @Test
    void an_end_at_midnight_is_told_as_the_end_of_the_day_before() {
        var midnight = Instant.parse("2026-12-05T16:00:00Z");
        assertThat(SomeFrames.visitor(Locale.SIMPLIFIED_CHINESE).until(midnight))
                .isEqualTo("2026年12月5日 24:00");
        assertThat(SomeFrames.visitor(Locale.ENGLISH).until(midnight)).isEqualTo("the end of 5 Dec 2026");
        assertThat(SomeFrames.visitor(Locale.ENGLISH).until(midnight.plusSeconds(60)))
                .isEqualTo("6 Dec 2026, 00:01");
    }
}
