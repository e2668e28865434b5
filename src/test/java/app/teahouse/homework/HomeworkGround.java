package app.teahouse.homework;

import app.teahouse.accounts.SomePeople;
import app.teahouse.content.SomePosts;
import app.teahouse.drafts.Drafts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.members.SomeCircles;
import app.teahouse.testing.TestClock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.springframework.beans.factory.annotation.Autowired;

/** Tasks that are handed in and graded. */
abstract class HomeworkGround {
    static final LocalDate DAY = LocalDate.of(2027, 3, 5);

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

    static <T> T at(Instant then, Callable<T> action) throws Exception {
        return TestClock.at(then, action);
    }

    int words(Owner owner) {
        return db.sql("select count(*) from content.post where circle_id = :circle and kind = 'homework'")
                .with("circle", owner.circle())
                .one(Integer.class);
    }

    MyTask.Mine own(Member member, long task) {
        return Objects.requireNonNull(mine.one(member, task).orElseThrow().mine());
    }

    List<Callable<HandInHomework.HandedIn>> windows(Member member, long task, int seen) {
        var windows = new ArrayList<Callable<HandInHomework.HandedIn>>();
        for (var i = 0; i < 8; i++) {
            var words = "Answer " + seen + i;
            windows.add(() -> homework.handIn(member, task, words, seen));
        }
        return windows;
    }

    boolean done(Member member) {
        return db.sql("select 1 from columns.done where circle_id = :circle and account_id = :account")
                .with("circle", member.circle())
                .with("account", member.account())
                .exists();
    }

    List<String> grades(Owner owner) {
        return db.sql("select version || ' ' || grade from homework.grade where circle_id = :circle order by grade_id")
                .with("circle", owner.circle())
                .all((row, n) -> row.getString(1));
    }

    boolean grade(Member reviewer, long post, String grade) {
        homework.grade(reviewer, post, grade, 1, null);
        return true;
    }

    List<Long> waiting(Member reviewer) {
        return submissions.waiting(reviewer, null, Submissions.Place.START).items().stream()
                .map(Submission::number)
                .toList();
    }

    List<Submission> seen(Member reader, long task) {
        return submissions.of(reader, rows.read(reader, task), null).items();
    }

    int reminders(Member member) {
        return db.sql("select count(*) from notify.notice where account_id = :account and kind = 'homework_missing'")
                .with("account", member.account())
                .one(Integer.class);
    }
}
