package app.teahouse.members;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.Speaking.Default;
import app.teahouse.members.Speaking.Mute;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of rules.md R9: circle × member × surface × time. */
class SpeakingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    /** What the circle says to the role, what was said to the member, and what comes of it. */
    private record Line(String circle, String member, String outcome) {}

    private static final List<Line> TABLE = List.of(
            new Line("nothing", "nothing", "usual"),
            new Line("yes", "nothing", "yes"),
            new Line("no", "nothing", "speaking.role"),
            new Line("nothing", "muted for ever", "speaking.muted"),
            new Line("yes", "muted for ever", "speaking.muted"),
            new Line("no", "muted for ever", "speaking.muted"),
            new Line("yes", "muted until later", "speaking.muted"),
            new Line("yes", "muted until now", "yes"),
            new Line("no", "muted until now", "speaking.role"),
            new Line("nothing", "muted before", "usual"));

    @Test
    void each_line_of_the_table_holds_for_every_role_and_surface() {
        for (var role : Role.values()) {
            for (var surface : Surface.values()) {
                for (var line : TABLE) {
                    var silences = Speaking.silences(
                            role, defaults(line, surface), mutes(line, surface), Speaking.Paid.FREE, NOW);
                    var silence = silences.get(surface);
                    assertThat(silence == null ? "yes" : silence.code())
                            .as(role + " " + surface + " " + line)
                            .isEqualTo(expected(role, surface, line));
                }
            }
        }
    }

    private static List<Default> defaults(Line line, Surface surface) {
        return line.circle().equals("nothing")
                ? List.of()
                : List.of(new Default(surface, line.circle().equals("yes")));
    }

    private static List<Mute> mutes(Line line, Surface surface) {
        return switch (line.member()) {
            case "nothing" -> List.of();
            case "muted for ever" -> List.of(new Mute(surface, null));
            case "muted until later" -> List.of(new Mute(surface, NOW.plusSeconds(1)));
            case "muted until now" -> List.of(new Mute(surface, NOW));
            default -> List.of(new Mute(surface, NOW.minusSeconds(60)));
        };
    }

    /** A circle's default does not bind its staff. */
    private static String expected(Role role, Surface surface, Line line) {
        var usual = role.isStaff() || surface != Surface.INVITE ? "yes" : "speaking.role";
        if (line.outcome().equals("usual")) {
            return usual;
        }
        return role.isStaff() && !line.outcome().equals("speaking.muted") ? "yes" : line.outcome();
    }

    @Test
    void a_silence_on_one_surface_leaves_the_others_alone() {
        for (var surface : Surface.values()) {
            var silences =
                    Speaking.silences(Role.ADMIN, List.of(), List.of(new Mute(surface, null)), Speaking.Paid.FREE, NOW);
            assertThat(new ArrayList<>(silences.keySet())).containsExactly(surface);
        }
    }
}
