package app.teahouse.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the demo's texts are read. */
class EntryTest {

    @Test
    void a_file_holds_several_entries() {
        var entries = Entry.all("+++\nby: lin\ntags: a, b\n+++\nHello\n\n---\nthere\n+++\nby: su\n+++\n");

        assertThat(entries).extracting(entry -> entry.text("by")).containsExactly("lin", "su");
        assertThat(entries.getFirst().list("tags")).containsExactly("a", "b");
        assertThat(entries.getFirst().body()).isEqualTo("Hello\n\n---\nthere");
    }

    @Test
    void a_fence_without_its_twin_is_a_mistake() {
        assertThatThrownBy(() -> Entry.all("+++\nby: lin\n")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comments_stand_below_their_post() {
        var body = "A post.\n@@ lin 3h < su, xu\nA comment\nof two lines\n@@> su 4h\nA reply";

        assertThat(Spoken.post(body)).isEqualTo("A post.");
        assertThat(Spoken.below(body))
                .containsExactly(
                        new Spoken(false, "lin", "3h", List.of("su", "xu"), "A comment\nof two lines"),
                        new Spoken(true, "su", "4h", List.of(), "A reply"));
    }

    @Test
    void nothing_comes_from_the_future() {
        var moments = new Moments(Instant.parse("2026-03-10T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

        assertThat(moments.of("2d 20:15")).isEqualTo("2026-03-08T12:15:00Z");
        assertThat(moments.of("5h")).isEqualTo("2026-03-09T23:00:00Z");
        assertThat(moments.of("0d 20:15")).isEqualTo("2026-03-10T03:58:30Z");
        assertThat(moments.after(moments.of("5h"), "1d")).isEqualTo("2026-03-10T03:58:30Z");
    }
}
