package app.teahouse.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.kernel.Surface;
import app.teahouse.testing.AtOnce;
import app.teahouse.testing.TeahouseTest;
import org.junit.jupiter.api.Test;

@TeahouseTest
class HomeworkTest extends HomeworkGround {
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
