package app.teahouse.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Homework is reviewed by two at once, by guests, before peers, and asked for once more. */
@TeahouseTest
class GradesTest extends HomeworkGround {
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
}
