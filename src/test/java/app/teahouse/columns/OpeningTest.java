package app.teahouse.columns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.accounts.SomePeople;
import app.teahouse.columns.Arrange.Target;
import app.teahouse.content.PostKey;
import app.teahouse.content.SomePosts;
import app.teahouse.curation.OpenPost;
import app.teahouse.guard.Closed;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Speaker;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class OpeningTest {
    private static final Opening AFTER = new Opening.AfterBefore();

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeOpenings some;

    @Autowired
    WriteColumn writeColumn;

    @Autowired
    Arrange arrange;

    @Autowired
    SetOpening setOpening;

    @Autowired
    MarkDone markDone;

    @Autowired
    OpenPost openPost;

    @Autowired
    ColumnSheet sheet;

    @Autowired
    Gate gate;

    @Autowired
    Db db;

    @Test
    void a_dated_part_opens_at_midnight_of_the_circles_zone() {
        var owner = circles.someOwner();
        zone(owner, "Pacific/Auckland");
        var member = circles.someMember(owner);
        var column = some.course(owner, 1);
        var day = LocalDate.ofInstant(Instant.now(), ZoneId.of("Pacific/Auckland"))
                .plusDays(30);
        var midnight = day.atStartOfDay(ZoneId.of("Pacific/Auckland")).toInstant();

        setOpening.column(speaker(owner.member()), column, new Opening.OnDay(day));

        assertThat(some.why(member, 1)).contains(Closed.on(midnight));
        at(midnight.minusMillis(1), () -> assertThat(some.why(member, 1)).isPresent());
        at(midnight, () -> assertThat(some.why(member, 1)).isEmpty());
    }

    @Test
    void days_after_joining_are_those_of_the_calendar_and_begin_anew_for_who_comes_back() {
        var owner = circles.someOwner();
        zone(owner, "Asia/Shanghai");
        var person = people.someone();
        circles.join(owner, person);
        var column = some.course(owner, 1);
        setOpening.part(speaker(owner.member()), column, 1, new Opening.AfterJoining(3));

        // A minute before midnight in Shanghai: the day they join is day 0, however little is left of it.
        joined(owner, person.account().value(), Instant.parse("2026-03-01T15:59:00Z"));
        var member = circles.again(circles.join(owner, person));
        var opens = Instant.parse("2026-03-03T16:00:00Z");
        at(opens.minusMillis(1), () -> assertThat(some.why(member, 1)).contains(Closed.joining(3, opens)));
        at(opens, () -> assertThat(some.why(member, 1)).isEmpty());

        joined(owner, person.account().value(), Instant.parse("2026-05-01T00:00:00Z"));
        var back = circles.again(member);
        at(opens.plus(70, ChronoUnit.DAYS), () -> assertThat(some.why(back, 1)).isEmpty());
        at(
                Instant.parse("2026-05-02T00:00:00Z"),
                () -> assertThat(some.why(back, 1)).isPresent());
    }

    @Test
    void one_part_opens_the_next_and_a_closed_one_cannot_be_done() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var column = some.course(owner, 3);
        setOpening.column(speaker(owner.member()), column, AFTER);

        assertThat(some.why(member, 1)).isEmpty();
        assertThat(some.why(member, 2)).contains(Closed.after(1, "Part 1"));
        assertThatThrownBy(() -> markDone.done(member, 2)).hasFieldOrPropertyWithValue("code", "post.closed");
        markDone.finished(member.circle(), member.account(), 2);
        assertThat(some.why(member, 3)).isPresent();

        markDone.done(member, 1);
        assertThat(some.why(member, 2)).isEmpty();
        assertThat(some.why(member, 3)).isPresent();
        markDone.finished(member.circle(), member.account(), 2);
        assertThat(some.why(member, 3)).isEmpty();
        assertThat(sheet.read(gate.onlooker(member), column).finished()).isFalse();
    }

    @Test
    void what_is_done_stays_open_when_parts_are_moved_hidden_or_taken_out() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var speaker = speaker(owner.member());
        var column = some.course(owner, 3);
        setOpening.column(speaker, column, AFTER);
        markDone.done(member, 1);
        markDone.done(member, 2);

        arrange.move(speaker, column, 3, new Target.Into(null, 0L));
        assertThat(some.why(member, 3)).isEmpty();
        assertThat(some.why(member, 1))
                .as("done, though an undone part stands before it")
                .isEmpty();
        arrange.move(speaker, column, 3, new Target.Into(null, null));
        assertThat(some.why(member, 3)).isEmpty();

        markDone.undo(member, 2);
        assertThat(some.why(member, 3)).contains(Closed.after(2, "Part 2"));
        arrange.remove(speaker, column, 2);
        assertThat(some.why(member, 3)).as("the one before is the first now").isEmpty();
        assertThat(some.why(member, 2)).as("it stands in no column").isEmpty();
    }

    @Test
    void the_staff_its_author_and_a_guest_expert_in_their_own_column_always_read() {
        var owner = circles.someOwner();
        var guest = circles.join(owner, people.someone("Guest"), Role.GUEST_EXPERT);
        var other = circles.join(owner, people.someone("Other"), Role.GUEST_EXPERT);
        var author = circles.someMember(owner);
        posts.somePost(author, "Part 1", "Words.");
        var column = writeColumn.begin(speaker(guest), new ColumnText("Guest's", "", false, true));
        arrange.add(speaker(guest), column, 1, null);
        setOpening.column(speaker(guest), column, new Opening.AfterJoining(9));

        assertThat(some.why(circles.someMember(owner), 1)).isPresent();
        assertThat(some.why(other, 1)).isPresent();
        assertThat(some.why(guest, 1)).isEmpty();
        assertThat(some.why(author, 1)).isEmpty();
        assertThat(some.why(owner.member(), 1)).isEmpty();
        assertThat(some.why(circles.someAdmin(owner).member(), 1)).isEmpty();

        openPost.open(circles.staff(owner), new PostKey(1L, null));
        assertThat(some.why(other, 1)).as("a free preview").isEmpty();
    }

    @Test
    void a_role_opens_and_its_loss_closes_again() {
        var owner = circles.someOwner();
        var column = some.course(owner, 1);
        setOpening.column(speaker(owner.member()), column, new Opening.AfterJoining(9));
        var member = circles.someMember(owner);

        assertThat(some.why(member, 1)).isPresent();
        role(member, "admin");
        assertThat(some.why(circles.again(member), 1)).isEmpty();
        role(member, "member");
        assertThat(some.why(circles.again(member), 1)).isPresent();
    }

    @Test
    void only_a_course_has_a_one_before_and_wrong_wishes_are_told_beside_their_field() {
        var owner = circles.someOwner();
        var speaker = speaker(owner.member());
        var plain = writeColumn.begin(speaker, new ColumnText("Plain", "", false, true));

        assertThatThrownBy(() -> setOpening.column(speaker, plain, AFTER)).isInstanceOf(Refusal.class);
        var course = some.course(owner, 1);
        setOpening.part(speaker, course, 1, AFTER);
        assertThatThrownBy(() -> writeColumn.change(speaker, course, new ColumnText("Plain", "", false, true)))
                .isInstanceOf(Refusal.class);
        for (var wrong : List.of("x", "on_day", "after_joining")) {
            assertThatThrownBy(() -> Opening.of(wrong, "2026-13-01", "731")).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> setOpening.part(speaker, course, 99, null)).isInstanceOf(Refusal.class);
    }

    private static void at(Instant then, Runnable look) {
        TestClock.at(then, look);
    }

    private Speaker speaker(Member member) {
        return circles.speaker(member, Surface.POST);
    }

    private void zone(Owner owner, String zone) {
        db.sql("update circles.circle set zone = :zone where circle_id = :circle")
                .with("zone", zone)
                .with("circle", owner.circle())
                .run();
        known.changed(owner.circle());
    }

    @Autowired
    app.teahouse.circles.Circles known;

    private void joined(Owner owner, java.util.UUID account, Instant at) {
        db.sql("update members.membership set joined_at = :at where circle_id = :circle and account_id = :account")
                .with("at", at)
                .with("circle", owner.circle())
                .with("account", account)
                .run();
    }

    private void role(Member member, String role) {
        db.sql("update members.membership set role = :role where circle_id = :circle and account_id = :account")
                .with("role", role)
                .with("circle", member.circle())
                .with("account", member.account())
                .run();
    }
}
