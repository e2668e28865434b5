package app.teahouse.muting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.jobs.Jobs;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Surface;
import app.teahouse.members.LeaveCircle;
import app.teahouse.members.SomeCircles;
import app.teahouse.speaking.Preset;
import app.teahouse.speaking.Ruling;
import app.teahouse.speaking.RulingId;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Staff take and give the right to write, one by one and many at once; it ends by itself, and the last word holds. */
@TeahouseTest
class RuleTest {
    @Autowired
    Rule rule;

    @Autowired
    LiftRuling liftRuling;

    @Autowired
    LeaveCircle leaveCircle;

    @Autowired
    SomeCircles circles;

    @Autowired
    Jobs jobs;

    @Autowired
    Clock clock;

    @Autowired
    JdbcTemplate jdbc;

    Owner owner;
    Member member;

    @BeforeEach
    void aCircle() {
        owner = circles.someOwner();
        member = circles.someMember(owner);
    }

    private static Rule.Wish mute(Preset preset, Term term) {
        return new Rule.Wish(Ruling.Kind.MUTE, preset, List.of(), term, "Rule 3: no advertisements", "/p/12");
    }

    private RulingId say(Member whose, Rule.Wish wish) {
        return rule.rule(circles.staff(owner), List.of(whose.standing().number()), wish)
                .getFirst();
    }

    private @Nullable String silence(Surface surface) {
        var silence = circles.again(member).standing().silence(surface);
        return silence == null ? null : silence.code();
    }

    @Test
    void who_may_not_post_comments_on_and_learns_why_and_until_when() {
        say(member, mute(Preset.POSTS, new Term.For(Duration.ofDays(7))));

        assertThatThrownBy(() -> circles.speaker(member, Surface.POST))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.facts())
                                .containsKey("until")
                                .containsEntry("reason", "Rule 3: no advertisements"))
                .hasMessage("speaking.muted");
        assertThat(circles.speaker(member, Surface.COMMENT)).isNotNull();
    }

    @Test
    void a_new_mute_takes_the_place_of_the_old_one() {
        say(member, mute(Preset.EVERYTHING, new Term.ForGood()));
        say(member, mute(Preset.POSTS, new Term.Review()));

        assertThat(silence(Surface.COMMENT)).isNull();
        assertThat(silence(Surface.POST)).isEqualTo("speaking.muted");
        assertThat(ends()).containsExactly("replaced", null);
    }

    private List<@Nullable String> ends() {
        return jdbc.queryForList(
                "select ended_how from speaking.ruling where circle_id = ? and account_id = ? order by ruling_id",
                String.class,
                owner.circle().value(),
                member.account().value());
    }

    @Test
    void it_ends_on_its_minute_and_the_job_says_so_once() {
        say(member, mute(Preset.EVERYTHING, new Term.For(Duration.ofDays(1))));

        var then = clock.instant().plus(Duration.ofDays(1));
        TestClock.at(then, () -> assertThat(silence(Surface.POST)).isNull());
        jobs.run("speaking.end", then);
        jobs.run("speaking.end", then);

        assertThat(ends()).containsExactly("over");
    }

    /** As often as staff ended a mute, by the circle's log. */
    private void assertLifted(int times) {
        await().untilAsserted(() -> assertThat(
                        jdbc.queryForObject("""
                        select count(*) from kernel.event where circle_id = ?
                        """, Long.class, owner.circle().value()))
                .isZero());
        assertThat(jdbc.queryForObject(
                        "select count(*) from log.entry where circle_id = ? and kind = 'unmute'",
                        Long.class,
                        owner.circle().value()))
                .isEqualTo(times);
    }

    @Test
    void through_a_day_means_to_its_last_minute_by_the_circles_clock() {
        var zone = owner.member().face().zone();
        var day = LocalDate.now(clock.withZone(zone)).plusDays(2);
        say(member, mute(Preset.POSTS, new Term.Through(day)));

        assertThat(circles.again(member).standing().silences().get(Surface.POST))
                .extracting(silence -> silence.until())
                .isEqualTo(day.plusDays(1).atStartOfDay(zone).toInstant());
        assertThatThrownBy(() -> say(member, mute(Preset.POSTS, new Term.Through(day.minusDays(3)))))
                .hasMessage("ruling.time-over");
        assertThatThrownBy(() -> say(member, mute(Preset.POSTS, new Term.Through(day.plusYears(11)))))
                .hasMessage("ruling.too-long");
    }

    @Test
    void nobody_mutes_their_like_or_above_and_then_nobody_is_muted() {
        var admin = circles.someAdmin(owner);
        var other = circles.someAdmin(owner);
        var wish = mute(Preset.EVERYTHING, new Term.ForGood());

        for (var number : List.of(
                owner.member().standing().number(),
                other.member().standing().number(),
                admin.member().standing().number())) {
            assertThatThrownBy(() -> rule.rule(admin, List.of(member.standing().number(), number), wish))
                    .hasMessage("role.not-above");
        }
        assertThat(silence(Surface.POST)).isNull();
        assertThatThrownBy(() -> rule.rule(admin, List.of(987L), wish)).hasMessage("member.unknown");
    }

    @Test
    void a_mute_waits_for_who_leaves_and_comes_back() {
        say(member, mute(Preset.EVERYTHING, new Term.ForGood()));
        leaveCircle.leave(circles.again(member));
        member = circles.join(owner, member.person());

        assertThat(silence(Surface.POST)).isEqualTo("speaking.muted");
    }

    @Test
    void where_only_chosen_members_write_a_grant_lets_one_of_them() {
        jdbc.update(
                "insert into members.speaking values (?, 'member', 'post', false)",
                owner.circle().value());
        assertThat(silence(Surface.POST)).isEqualTo("speaking.role");
        var grant = say(
                member,
                new Rule.Wish(
                        Ruling.Kind.GRANT,
                        Preset.CHOSEN,
                        List.of(Surface.POST),
                        new Term.ForGood(),
                        "Knows tea",
                        null));

        assertThat(silence(Surface.POST)).isNull();
        say(member, mute(Preset.POSTS, new Term.ForGood()));
        assertThat(silence(Surface.POST)).isEqualTo("speaking.muted");
        liftRuling.lift(circles.staff(owner), grant, "");
        assertThat(ends()).containsExactly("lifted", null);
    }

    @Test
    void many_are_muted_at_once_and_that_is_taken_back_at_once() {
        var members =
                IntStream.range(0, 5).mapToObj(_ -> circles.someMember(owner)).toList();
        var numbers = members.stream().map(each -> each.standing().number()).toList();
        var said = rule.rule(circles.staff(owner), numbers, mute(Preset.EVERYTHING, new Term.ForGood()));

        assertThat(said).hasSize(5);
        liftRuling.undo(circles.staff(owner), said);
        liftRuling.undo(circles.staff(owner), said);
        for (var each : members) {
            assertThat(circles.again(each).standing().silences()).doesNotContainKey(Surface.POST);
        }
        assertLifted(5);
    }

    @Test
    void what_is_wrong_is_said_at_its_field() {
        var number = List.of(member.standing().number());
        var staff = circles.staff(owner);
        assertThatThrownBy(() -> rule.rule(
                        staff,
                        number,
                        new Rule.Wish(Ruling.Kind.MUTE, Preset.CHOSEN, List.of(), new Term.ForGood(), "Why", null)))
                .hasMessage("ruling.no-surface");
        assertThatThrownBy(() -> rule.rule(
                        staff,
                        number,
                        new Rule.Wish(Ruling.Kind.MUTE, Preset.POSTS, List.of(), new Term.ForGood(), " ", null)))
                .hasMessage("field.missing");
        assertThatThrownBy(() -> rule.rule(
                        staff,
                        number,
                        new Rule.Wish(
                                Ruling.Kind.MUTE,
                                Preset.POSTS,
                                List.of(),
                                new Term.ForGood(),
                                "Why",
                                "//evil.example")))
                .hasMessage("ruling.about");
        assertThatThrownBy(() -> liftRuling.lift(staff, new RulingId(Ids.next()), ""))
                .hasMessage("ruling.unknown");
    }

    /** Seen failing without the lock on the member's row: two found none in force, and the second met the unique key. */
    @Test
    void two_staff_at_once_leave_one_mute_in_force() throws Exception {
        var one = circles.someAdmin(owner);
        var other = circles.staff(owner);
        for (var round = 0; round < 12; round++) {
            member = circles.someMember(owner);
            var number = List.of(member.standing().number());
            Callable<List<RulingId>> first = () -> rule.rule(one, number, mute(Preset.POSTS, new Term.ForGood()));
            Callable<List<RulingId>> second =
                    () -> rule.rule(other, number, mute(Preset.EVERYTHING, new Term.ForGood()));

            var outcome = AtOnce.run(List.of(first, second, first, second));

            assertThat(outcome.refused()).isEmpty();
            assertThat(ends()).filteredOn(end -> end == null).hasSize(1);
        }
    }

    /** Seen failing without the condition on {@code ended_at}: the member was told twice. */
    @Test
    void a_mute_is_lifted_once() throws Exception {
        var id = say(member, mute(Preset.POSTS, new Term.For(Duration.ofDays(1))));
        var staff = circles.staff(owner);

        AtOnce.run(6, () -> {
            liftRuling.lift(staff, id, "It was a mistake");
            return id;
        });

        assertLifted(1);
        assertThat(ends()).containsExactly("lifted");
    }
}
