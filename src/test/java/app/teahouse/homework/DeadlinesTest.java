package app.teahouse.homework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.teahouse.drafts.Drafts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TeahouseTest;
import app.teahouse.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Until when something is handed in, by how much it is late, and what a deadline that is moved changes. */
@TeahouseTest
class DeadlinesTest {
    private static final LocalDate DAY = LocalDate.of(2027, 3, 5);

    @Autowired
    SomeCircles circles;

    @Autowired
    SomeHomework homework;

    @Autowired
    TaskRows rows;

    @Autowired
    Drafts drafts;

    @Autowired
    Db db;

    @Test
    void the_last_second_of_the_last_day_is_in_time_and_the_first_after_the_grace_is_refused() throws Exception {
        var owner = circles.someOwner();
        var task = homework.task(owner, SomeHomework.due(DAY, 2));
        var end = DAY.plusDays(1).atStartOfDay(owner.member().face().zone()).toInstant();

        assertThat(at(end.minusMillis(1), () -> handIn(owner, task).lateSeconds()))
                .isZero();
        assertThat(at(end, () -> handIn(owner, task).lateSeconds())).isEqualTo(1);
        assertThat(at(end.plusSeconds(7199), () -> handIn(owner, task).lateSeconds()))
                .isEqualTo(7199);
        var slow = circles.someMember(owner);
        drafts.save(slow, rows.read(slow, task).id(), "", "Nearly done");
        assertThatThrownBy(() -> at(end.plusSeconds(7200), () -> homework.handIn(slow, task, "Too late")))
                .hasMessage("homework.too-late");
        assertThat(drafts.find(slow, rows.read(slow, task).id())).isPresent();
        assertThat(words(owner)).isEqualTo(3);
    }

    private HandInHomework.HandedIn handIn(Owner owner, long task) {
        return homework.handIn(circles.someMember(owner), task, "My answer");
    }

    private static <T> T at(Instant then, Callable<T> action) throws Exception {
        return TestClock.at(then, action);
    }

    private int words(Owner owner) {
        return db.sql("select count(*) from content.post where circle_id = :circle and kind = 'homework'")
                .with("circle", owner.circle())
                .one(Integer.class);
    }

    @Test
    void a_later_deadline_forgives_and_an_earlier_one_makes_nothing_late() throws Exception {
        var owner = circles.someOwner();
        var task = homework.task(owner, SomeHomework.due(DAY, 48));
        var end = DAY.plusDays(1).atStartOfDay(owner.member().face().zone()).toInstant();
        at(end.minusSeconds(60), () -> handIn(owner, task));
        at(end.plusSeconds(90_000), () -> handIn(owner, task));

        homework.askAgain(owner, task, SomeHomework.due(DAY.plusDays(1), 48));
        assertThat(late(owner)).containsExactly(0L, 3_600L);
        homework.askAgain(owner, task, SomeHomework.due(DAY.minusDays(3), 48));
        assertThat(late(owner)).containsExactly(0L, 3_600L);
        homework.askAgain(owner, task, new Terms(null, 0, 3, Peers.AFTER, Scale.PASS));
        assertThat(late(owner)).containsExactly(0L, 0L);
    }

    private List<Long> late(Owner owner) {
        return db.sql("select late_seconds from homework.submission where circle_id = :circle order by handed_at")
                .with("circle", owner.circle())
                .all((row, n) -> row.getLong(1));
    }
}
