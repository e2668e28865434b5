package app.teahouse.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.drafts.Drafts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@TeahouseTest
class HomeworkTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

    @Autowired
    SomeCircles circles;

    @Autowired
    SomePeople people;

    @Autowired
    SomePosts posts;

    @Autowired
    SomeHomework homework;

    @Autowired
    AskForHomework askForHomework;

    @Autowired
    GradeHomework gradeHomework;

    @Autowired
    RemindMissing remindMissing;

    @Autowired
    MyHomework mine;

    @Autowired
    TaskRows rows;

    @Autowired
    Submissions submissions;

    @Autowired
    MissingList missing;

    @Autowired
    Drafts drafts;

    @Autowired
    Db db;

    private static <T> T at(Instant then, Callable<T> action) throws Exception {
        return TestClock.at(then, action);
    }

    private int words(Owner owner) {
        return db.sql("select count(*) from content.post where circle_id = :circle and kind = 'homework'")
                .with("circle", owner.circle())
                .one(Integer.class);
    }

    /** Without the key, or without the lock, there are several. */
    @Test
    void of_eight_windows_at_once_one_hands_in_and_of_eight_new_versions_one_counts() throws Exception {
        var owner = circles.someOwner();
        var task = homework.task(owner);
        var member = circles.someMember(owner);

        var first = AtOnce.run(windows(member, task, 0));
        assertThat(first.done()).hasSize(1);
        assertThat(first.refused()).hasSize(7).containsOnly("homework.handed-in-meanwhile");
        var second = AtOnce.run(windows(member, task, 1));
        assertThat(second.done()).hasSize(1);
        assertThat(second.refused()).hasSize(7).containsOnly("homework.handed-in-meanwhile");
        assertThat(words(owner)).isEqualTo(1);
        assertThat(own(member, task).version()).isEqualTo(2);

        var same = AtOnce.run(8, () -> homework.handIn(member, task, "The same", 2));
        assertThat(same.done()).hasSize(8);
        assertThat(same.done()).extracting(HandInHomework.HandedIn::version).containsOnly(3);
    }

    private MyTask.Mine own(Member member, long task) {
        return Objects.requireNonNull(mine.one(member, task).orElseThrow().mine());
    }

    private List<Callable<HandInHomework.HandedIn>> windows(Member member, long task, int seen) {
        var windows = new ArrayList<Callable<HandInHomework.HandedIn>>();
        for (var i = 0; i < 8; i++) {
            var words = "Answer " + seen + i;
            windows.add(() -> homework.handIn(member, task, words, seen));
        }
        return windows;
    }

    @Test
    void new_versions_are_counted_but_who_is_asked_once_more_may_always() throws Exception {
        var owner = circles.someOwner();
        var task = homework.task(owner, new Terms(DAY, 0, 0, Peers.NEVER, Scale.PASS));
        var end = DAY.plusDays(1).atStartOfDay(owner.member().face().zone()).toInstant();
        var member = circles.someMember(owner);
        var first = at(end.minusSeconds(9), () -> homework.handIn(member, task, "One"));

        assertThatThrownBy(() -> at(end.minusSeconds(5), () -> homework.handIn(member, task, "Two", 1)))
                .hasMessage("homework.no-more");
        homework.grade(owner.member(), first.number(), "again", 1, null);
        assertThat(done(member)).isFalse();
        var second = at(end.plusSeconds(99_999), () -> homework.handIn(member, task, "Two", 1));
        assertThat(second).isEqualTo(new HandInHomework.HandedIn(first.number(), 2, 0));
        homework.grade(owner.member(), first.number(), "pass", 2, null);
        assertThat(done(member)).isTrue();
        assertThat(grades(owner)).containsExactly("1 again", "2 pass");

        gradeHomework.takeBack(owner.member(), first.number());
        assertThat(done(member)).isFalse();
        assertThat(own(member, task).grade()).isNull();
    }

    private boolean done(Member member) {
        return db.sql("select 1 from columns.done where circle_id = :circle and account_id = :account")
                .with("circle", member.circle())
                .with("account", member.account())
                .exists();
    }

    private List<String> grades(Owner owner) {
        return db.sql("select version || ' ' || grade from homework.grade where circle_id = :circle order by grade_id")
                .with("circle", owner.circle())
                .all((row, n) -> row.getString(1));
    }

    @Test
    void of_two_reviewers_at_once_the_second_is_told() throws Exception {
        var owner = circles.someOwner();
        var admin = circles.someAdmin(owner).member();
        var task = homework.task(owner);
        var handed = homework.handIn(circles.someMember(owner), task, "My answer");

        var taps = new ArrayList<Callable<Boolean>>();
        for (var i = 0; i < 4; i++) {
            taps.add(() -> grade(owner.member(), handed.number(), "4"));
            taps.add(() -> grade(admin, handed.number(), "2"));
        }
        var attempts = AtOnce.run(taps);

        assertThat(attempts.done()).hasSize(1);
        assertThat(attempts.refused()).hasSize(7).containsOnly("homework.graded-meanwhile");
        assertThat(grades(owner)).hasSize(1);
        assertThatThrownBy(() -> homework.grade(admin, handed.number(), "9", 1, null))
                .hasMessage("homework.no-such-grade");
        assertThatThrownBy(() -> homework.grade(admin, handed.number(), "3", 7, null))
                .hasMessage("homework.handed-in-again");
    }

    private boolean grade(Member reviewer, long post, String grade) {
        homework.grade(reviewer, post, grade, 1, null);
        return true;
    }

    @Test
    void a_guest_expert_grades_what_was_given_to_them_and_nothing_else() {
        var owner = circles.someOwner();
        var expert = circles.join(owner, people.someone(), Role.GUEST_EXPERT);
        var other = circles.join(owner, people.someone(), Role.GUEST_EXPERT);
        var member = circles.someMember(owner);
        var task = homework.task(
                owner,
                SomeHomework.OPEN,
                expert.standing().number(),
                member.standing().number());
        var own = homework.task(owner);
        var handed = homework.handIn(member, task, "My answer");
        homework.handIn(member, own, "My other answer");

        assertThat(waiting(owner.member())).hasSize(2);
        assertThat(waiting(expert)).containsExactly(handed.number());
        assertThat(waiting(other)).isEmpty();
        assertThat(waiting(member)).isEmpty();
        assertThatThrownBy(() -> grade(other, handed.number(), "3")).hasMessage("homework.not-for-you");
        assertThatThrownBy(() -> grade(member, handed.number(), "5")).hasMessage("homework.not-for-you");
        grade(expert, handed.number(), "3");
        assertThat(waiting(expert)).isEmpty();
    }

    private List<Long> waiting(Member reviewer) {
        return submissions.waiting(reviewer, null, Submissions.Place.START).items().stream()
                .map(Submission::number)
                .toList();
    }

    @Test
    void peers_see_what_the_rule_says_and_never_a_grade() {
        var owner = circles.someOwner();
        var member = circles.someMember(owner);
        var peer = circles.someMember(owner);
        var task = homework.task(owner);
        var handed = homework.handIn(member, task, "My answer");
        grade(owner.member(), handed.number(), "4");

        assertThatThrownBy(() -> seen(peer, task)).hasMessage("homework.hand-in-first");
        homework.handIn(peer, task, "Mine");
        assertThat(seen(peer, task)).hasSize(2).allMatch(one -> one.grade() == null);
        assertThat(seen(owner.member(), task)).anyMatch(one -> one.grade() != null);
        homework.askAgain(owner, task, new Terms(null, 0, 3, Peers.NEVER, Scale.FIVE));
        assertThatThrownBy(() -> seen(peer, task)).hasMessage("homework.for-reviewers");
        homework.askAgain(owner, task, new Terms(null, 0, 3, Peers.ALWAYS, Scale.FIVE));
        assertThat(seen(circles.someMember(owner), task)).hasSize(2);
        assertThatThrownBy(() -> homework.askAgain(owner, task, new Terms(null, 0, 3, Peers.ALWAYS, Scale.PASS)))
                .hasMessage("homework.scale-in-use");
    }

    private List<Submission> seen(Member reader, long task) {
        return submissions.of(reader, rows.read(reader, task), null).items();
    }

    @Test
    void each_is_reminded_once_and_never_who_has_handed_in() throws Exception {
        var owner = circles.someOwner();
        var task = homework.task(owner);
        var done = circles.someMember(owner);
        var open = circles.someMember(owner);
        var left = circles.someMember(owner);
        homework.handIn(done, task, "My answer");
        var speaker = circles.speaker(owner.member(), Surface.COMMENT);

        var taps = AtOnce.run(6, () -> remindMissing.remind(speaker, task, null));
        assertThat(taps.done().stream().mapToInt(many -> many).sum()).isEqualTo(2);
        assertThat(remindMissing.remind(speaker, task, open.standing().number()))
                .isZero();
        assertThat(remindMissing.remind(speaker, task, done.standing().number()))
                .isZero();
        await().untilAsserted(() -> assertThat(reminders(open)).isEqualTo(1));
        assertThat(reminders(done)).isZero();
        assertThat(missing.of(owner.member(), rows.read(owner.member(), task), null, 10)
                        .items())
                .extracting(one -> one.member().number())
                .containsExactly(open.standing().number(), left.standing().number());

        homework.askAgain(owner, task, new Terms(LocalDate.of(2020, 1, 1), 0, 3, Peers.AFTER, Scale.FIVE));
        assertThatThrownBy(() -> remindMissing.remind(speaker, task, null)).hasMessage("homework.closed");
    }

    private int reminders(Member member) {
        return db.sql("select count(*) from notify.notice where account_id = :account and kind = 'homework_missing'")
                .with("account", member.account())
                .one(Integer.class);
    }

    @Test
    void who_is_muted_there_does_not_hand_in_and_a_task_that_was_answered_stays() {
        var owner = circles.someOwner();
        var task = homework.task(owner);
        var muted = circles.someMember(owner);
        circles.mute(muted, "homework");
        var speaker = circles.speaker(owner.member(), Surface.POST);

        assertThatThrownBy(() -> homework.handIn(muted, task, "My answer")).hasMessage("speaking.muted");
        assertThatThrownBy(() -> homework.handIn(owner.member(), task, "Mine")).hasMessage("homework.own-task");
        askForHomework.drop(speaker, task);
        assertThatThrownBy(() -> homework.handIn(circles.someMember(owner), task, "My answer"))
                .hasMessage("homework.unknown");
        homework.askAgain(owner, task, SomeHomework.OPEN);
        homework.handIn(circles.someMember(owner), task, "My answer");
        assertThatThrownBy(() -> askForHomework.drop(speaker, task)).hasMessage("homework.has-submissions");
    }

    /** Numbers for homework come in blocks, and none of them makes a post look unread. */
    @Test
    void homework_takes_numbers_that_nobody_is_told_of() {
        var owner = circles.someOwner();
        var task = homework.task(owner);
        var reader = circles.someMember(owner);
        for (var i = 0; i < 45; i++) {
            homework.handIn(circles.someMember(owner), task, "Answer " + i);
        }

        assertThat(circles.again(reader).standing().unread())
                .isEqualTo(reader.standing().unread());
        assertThat(db.sql("select cardinality(quiet) from circles.pulse where circle_id = :circle")
                        .with("circle", owner.circle())
                        .one(Integer.class))
                .isLessThanOrEqualTo(8);
        assertThat(posts.somePost(owner.member())).isGreaterThan(45);
    }
}
