package app.teahouse.members;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.Speaking.Default;
import app.teahouse.members.Speaking.Said;
import app.teahouse.members.Speaking.Word;
import app.teahouse.speaking.Hush;
import app.teahouse.speaking.Ruling;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
                    var said = new Said(defaults(line, surface), mutes(line, surface), List.of());
                    var silences = Speaking.silences(role, said, Speaking.Paid.FREE, NOW, ZoneOffset.UTC);
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

    private static List<Word> mutes(Line line, Surface surface) {
        return switch (line.member()) {
            case "nothing" -> List.of();
            case "muted for ever" -> List.of(mute(surface, null));
            case "muted until later" -> List.of(mute(surface, NOW.plusSeconds(1)));
            case "muted until now" -> List.of(mute(surface, NOW));
            default -> List.of(mute(surface, NOW.minusSeconds(60)));
        };
    }

    /** A circle's default does not bind its staff, and a mute does not bind its owner. */
    private static String expected(Role role, Surface surface, Line line) {
        var usual = role.isStaff() || surface != Surface.INVITE ? "yes" : "speaking.role";
        if (line.outcome().equals("usual")) {
            return usual;
        }
        var bound = line.outcome().equals("speaking.muted") ? role != Role.OWNER : !role.isStaff();
        return bound ? line.outcome() : "yes";
    }

    @Test
    void a_silence_on_one_surface_leaves_the_others_alone() {
        for (var surface : Surface.values()) {
            var said = new Said(List.of(), List.of(mute(surface, null)), List.of());
            var silences = Speaking.silences(Role.ADMIN, said, Speaking.Paid.FREE, NOW, ZoneOffset.UTC);
            assertThat(new ArrayList<>(silences.keySet())).containsExactly(surface);
        }
    }

    private static Word mute(Surface surface, @Nullable Instant until) {
        return new Word(new UUID(0, 1), Ruling.Kind.MUTE, List.of(surface), until, "Why");
    }

    private static Word grant(Surface surface) {
        return new Word(new UUID(0, 2), Ruling.Kind.GRANT, List.of(surface), null, "Why");
    }

    private static final Hush REST = new Hush(
            Hush.Kind.NOW,
            List.of(Surface.POST, Surface.COMMENT),
            Set.of(Role.GUEST_EXPERT),
            NOW.plusSeconds(60),
            null,
            "Good night");

    /** Who, what was said to them, whether their time is over, and what comes of it for posts while the circle rests. */
    private record Resting(
            Role role,
            List<Word> said,
            boolean over,
            @Nullable String outcome) {}

    @Test
    void a_rest_spares_staff_and_those_with_a_grant_and_nothing_spares_a_mute() {
        var table = List.of(
                new Resting(Role.MEMBER, List.of(), false, "speaking.hushed"),
                new Resting(Role.VOLUNTEER, List.of(), false, "speaking.hushed"),
                new Resting(Role.GUEST_EXPERT, List.of(), false, null),
                new Resting(Role.ADMIN, List.of(), false, null),
                new Resting(Role.OWNER, List.of(), false, null),
                new Resting(Role.MEMBER, List.of(grant(Surface.POST)), false, null),
                new Resting(Role.MEMBER, List.of(grant(Surface.COMMENT)), false, "speaking.hushed"),
                new Resting(Role.MEMBER, List.of(grant(Surface.POST)), true, "membership.grace"),
                new Resting(
                        Role.MEMBER, List.of(grant(Surface.POST), mute(Surface.POST, null)), false, "speaking.muted"),
                new Resting(Role.ADMIN, List.of(mute(Surface.POST, null)), false, "speaking.muted"));
        for (var line : table) {
            var paid = line.over() ? new Speaking.Paid(NOW, List.of()) : Speaking.Paid.FREE;
            var said = new Said(List.of(), line.said(), List.of(REST));
            var silence = Speaking.silences(line.role(), said, paid, NOW, ZoneOffset.UTC)
                    .get(Surface.POST);
            assertThat(silence == null ? null : silence.code())
                    .as(line.toString())
                    .isEqualTo(line.outcome());
        }
    }

    @Test
    void a_grant_goes_before_the_role_and_the_plan() {
        var said = new Said(
                List.of(new Default(Surface.POST, false)),
                List.of(grant(Surface.POST), grant(Surface.INVITE)),
                List.of());
        var silences = Speaking.silences(
                Role.MEMBER, said, new Speaking.Paid(null, List.of(Surface.POST)), NOW, ZoneOffset.UTC);
        assertThat(silences).isEmpty();
    }

    /** Nobody is told a moment at which another rest still holds. */
    @Test
    void of_two_rests_the_one_that_ends_last_is_told_whichever_began_first() {
        var noon = ZonedDateTime.of(2026, 3, 1, 12, 0, 0, 0, ZoneOffset.UTC).toInstant();
        var daily = new Hush(
                Hush.Kind.DAILY,
                List.of(Surface.POST),
                Set.of(),
                null,
                new Hush.Hours(LocalTime.of(11, 0), LocalTime.of(13, 0)),
                "Lunch");
        for (var longer : List.of(true, false)) {
            var end = noon.plusSeconds(longer ? 7200 : 60);
            var now = new Hush(Hush.Kind.NOW, List.of(Surface.POST), Set.of(), end, null, "Quiet");
            for (var hushes : List.of(List.of(now, daily), List.of(daily, now))) {
                var silence = Objects.requireNonNull(Speaking.silences(
                                Role.MEMBER,
                                new Said(List.of(), List.of(), hushes),
                                Speaking.Paid.FREE,
                                noon,
                                ZoneOffset.UTC)
                        .get(Surface.POST));
                assertThat(silence.until()).isEqualTo(longer ? end : noon.plusSeconds(3600));
                assertThat(silence.reason()).isEqualTo(longer ? "Quiet" : "Lunch");
            }
        }
    }
}
