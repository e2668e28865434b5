package app.teahouse.guard;

import static org.assertj.core.api.Assertions.assertThat;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.ReadingRules;
import app.teahouse.kernel.Role;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GuardTest {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Instant NOON = Instant.parse("2026-12-10T04:00:00Z");
    private static final ReadingRules TWO_WEEKS =
            new ReadingRules(false, new ReadingRules.Newcomers(14, 3, Instant.parse("2026-12-01T00:00:00Z")));
    private static final CircleId CIRCLE = new CircleId(Ids.next());
    private static final AccountId READER = new AccountId(Ids.next());

    @Test
    void a_newcomer_reads_what_is_younger_than_their_first_day_and_some_days_before_it() {
        var joined = Instant.parse("2026-12-09T15:59:59Z");

        // They joined on the 9th in Shanghai, a second before midnight, so they read from the 6th on.
        var reader = reader(TWO_WEEKS, Role.MEMBER, joined);
        assertThat(ruling(reader, post(Instant.parse("2026-12-05T16:00:00Z"))).isOpen())
                .isTrue();
        var older = ruling(reader, post(Instant.parse("2026-12-05T15:59:59Z"))).closed();
        assertThat(older).isEqualTo(Closed.newcomer(Instant.parse("2026-12-22T16:00:00Z")));

        var old = post(Instant.parse("2020-01-01T00:00:00Z"));
        assertThat(at(Instant.parse("2026-12-22T15:59:59Z")).of(reader, old).isOpen())
                .isFalse();
        assertThat(at(Instant.parse("2026-12-22T16:00:00Z")).of(reader, old).isOpen())
                .isTrue();
    }

    @Test
    void the_window_leaves_those_in_peace_who_joined_before_it_and_those_with_a_role() {
        var old = post(Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(ruling(reader(TWO_WEEKS, Role.MEMBER, Instant.parse("2026-11-30T23:59:59Z")), old)
                        .isOpen())
                .isTrue();
        for (var role : List.of(Role.VOLUNTEER, Role.GUEST_EXPERT, Role.ADMIN, Role.OWNER)) {
            assertThat(ruling(reader(TWO_WEEKS, role, NOON), old).isOpen())
                    .as(role.name())
                    .isTrue();
        }
        assertThat(ruling(reader(TWO_WEEKS, Role.MEMBER, NOON), old).isOpen()).isFalse();
    }

    @Test
    void what_is_pinned_or_a_free_preview_is_open_to_newcomers_too() {
        var reader = reader(TWO_WEEKS, Role.MEMBER, NOON);

        assertThat(ruling(reader, post(List.of(), null, true, false, null)).isOpen())
                .isTrue();
        assertThat(ruling(reader, post(List.of(), null, false, true, null)).isOpen())
                .isTrue();
        assertThat(ruling(reader, post(List.of(), null, false, true, NOON.plusSeconds(1)))
                        .isOpen())
                .isTrue();
        assertThat(ruling(reader, post(List.of(), null, false, true, NOON)).isOpen())
                .isFalse();
    }

    @Test
    void a_post_may_be_protected_otherwise_than_its_circle_and_what_all_may_read_never_is() {
        var protects = new ReadingRules(true, null);
        var member = reader(protects, Role.MEMBER, NOON);
        var asTheCircle = post(List.of(), null, false, false, null);

        assertThat(ruling(member, asTheCircle)).isEqualTo(new Ruling(null, true));
        assertThat(ruling(member, asTheCircle).mayTake()).isFalse();
        assertThat(ruling(member, post(List.of(), false, false, false, null))).isEqualTo(Ruling.FREE);
        assertThat(ruling(reader(ReadingRules.NONE, Role.MEMBER, NOON), post(List.of(), true, false, false, null))
                        .isProtected())
                .isTrue();
        assertThat(ruling(member, post(List.of(), true, true, false, null))).isEqualTo(Ruling.FREE);
        assertThat(ruling(reader(protects, Role.ADMIN, NOON), asTheCircle)).isEqualTo(Ruling.FREE);
    }

    @Test
    void a_room_is_asked_once_for_a_page_and_only_about_posts_that_name_it() {
        var lock = new CountingLock();
        var guard = new Guard(List.of(lock), Clock.fixed(NOON, ZoneOffset.UTC));
        var reader = reader(ReadingRules.NONE, Role.MEMBER, NOON);
        var free = post(List.of(), null, false, false, null);
        var locked = post(List.of("test"), null, false, false, null);
        var preview = post(List.of("test"), null, true, false, null);
        var gone = post(List.of("a-room-that-is-gone"), null, false, false, null);

        assertThat(guard.of(reader, List.of(free)).of(free)).isEqualTo(Ruling.FREE);
        assertThat(lock.asked).isZero();
        var rulings = guard.of(reader, List.of(free, locked, preview, gone));
        assertThat(lock.asked).isOne();
        assertThat(rulings.of(locked).isOpen()).isFalse();
        assertThat(rulings.of(free).isOpen()).isTrue();
        assertThat(rulings.of(preview).isOpen()).isTrue();
        assertThat(rulings.of(gone).isOpen()).isTrue();

        guard.of(reader(ReadingRules.NONE, Role.ADMIN, NOON), List.of(locked));
        var mine = new Guarded(CIRCLE, locked.post(), READER, NOON, List.of("test"), null, false, false, null);
        guard.of(reader, List.of(mine));
        assertThat(lock.asked).isOne();
    }

    private static final class CountingLock implements Lock {
        private int asked;

        @Override
        public String name() {
            return "test";
        }

        @Override
        public Map<Guarded, Closed> closed(Collection<Asked> all, Instant now) {
            asked++;
            return all.stream().collect(Collectors.toMap(Asked::post, _ -> Closed.on(NOON)));
        }
    }

    private static Ruling ruling(Reader reader, Guarded post) {
        return at(NOON).of(reader, post);
    }

    private static Guard at(Instant now) {
        return new Guard(List.of(), Clock.fixed(now, ZoneOffset.UTC));
    }

    private static Reader reader(ReadingRules rules, Role role, Instant joinedAt) {
        var face = new Face(CIRCLE, "tea", "Tea", "", "jade", null, Locale.ENGLISH, SHANGHAI, false, false, rules);
        return Reader.of(face, READER, role, joinedAt, 0);
    }

    private static Guarded post(Instant publishedAt) {
        return new Guarded(
                CIRCLE, new Guarded.PostRef(Ids.next()), null, publishedAt, List.of(), null, false, false, null);
    }

    private static Guarded post(
            List<String> locks,
            @Nullable Boolean protection,
            boolean preview,
            boolean pinned,
            @Nullable Instant pinnedUntil) {
        return new Guarded(
                CIRCLE,
                new Guarded.PostRef(Ids.next()),
                null,
                Instant.parse("2020-01-01T00:00:00Z"),
                locks,
                protection,
                preview,
                pinned,
                pinnedUntil);
    }
}
