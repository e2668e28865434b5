package app.teahouse.homework;

import app.teahouse.columns.MarkDone;
import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reviewer grades homework with a remark, changes the grade, or takes it back. Every grade stays in its history. */
@Component
public class GradeHomework {
    static final int LONGEST_REMARK = 5_000;

    private final Db db;
    private final Clock clock;
    private final TaskRows rows;
    private final MarkDone markDone;
    private final Events events;

    GradeHomework(Db db, Clock clock, TaskRows rows, MarkDone markDone, Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.markDone = markDone;
        this.events = events;
    }

    /**
     * A grade to be given.
     *
     * @param version which version was read, to notice that another was handed in meanwhile
     * @param seen the grade that stood when the form was shown, to notice another reviewer; null for none
     */
    public record Asked(
            String grade,
            @Nullable String remark,
            int version,
            @Nullable UUID seen) {}

    private record Row(
            PostId task,
            long taskNumber,
            AccountId author,
            PostId post,
            int version,
            @Nullable UUID grade) {}

    @Transactional
    public void grade(Speaker reviewer, long number, Asked asked) {
        new Faults().atMost("remark", asked.remark(), LONGEST_REMARK).refuse();
        var row = lock(reviewer.member(), number);
        var task = rows.reviewed(reviewer.member(), row.taskNumber());
        task.terms().scale().check(asked.grade());
        if (row.author().equals(reviewer.account())) {
            throw Refusal.conflict("homework.own");
        }
        if (row.version() != asked.version()) {
            throw Refusal.conflict("homework.handed-in-again");
        }
        if (!Objects.equals(row.grade(), asked.seen())) {
            throw meanwhile(reviewer.circle(), row);
        }

        var id = Ids.next();
        var now = clock.instant();
        var remark = asked.remark() == null ? "" : asked.remark().strip();
        db.sql("""
                insert into homework.grade (circle_id, grade_id, task_id, account_id, version, grade, remark, made_by, made_at)
                values (:circle, :id, :task, :author, :version, :grade, :remark, :by, :now)
                """)
                .with("circle", reviewer.circle())
                .with("id", id)
                .with("task", row.task())
                .with("author", row.author())
                .with("version", row.version())
                .with("grade", asked.grade())
                .with("remark", remark)
                .with("by", reviewer.account())
                .with("now", now)
                .run();
        stand(reviewer.circle(), row, new Standing(id, asked.grade(), now));
        settle(reviewer.circle(), row, task, asked.grade());
        events.publish(new HomeworkGraded(
                reviewer.circle(),
                row.post(),
                number,
                id,
                row.author(),
                task.name(),
                task.terms().scale(),
                asked.grade(),
                remark.codePointCount(0, remark.length()) <= 200
                        ? remark
                        : remark.substring(0, remark.offsetByCodePoints(0, 199)) + "…",
                reviewer.account(),
                reviewer.member().standing().alias(),
                now));
    }

    /** Locks the row, so that of two reviewers at once the second is told what the first did. */
    private Row lock(Member reviewer, long number) {
        return db.sql("""
                select s.task_id, t.number, s.account_id, s.post_id, s.version, s.grade_id
                  from content.post p
                  join homework.submission s on s.circle_id = p.circle_id and s.post_id = p.post_id
                  join homework.task t on t.circle_id = s.circle_id and t.task_id = s.task_id
                 where p.circle_id = :circle and p.number = :number and p.state <> 'deleted'
                   for update of s
                """)
                .with("circle", reviewer.circle())
                .with("number", number)
                .maybe((row, n) -> new Row(
                        new PostId(Db.uuid(row, 1)),
                        row.getLong(2),
                        new AccountId(Db.uuid(row, 3)),
                        new PostId(Db.uuid(row, 4)),
                        row.getInt(5),
                        Db.maybeUuid(row, 6)))
                .orElseThrow(GradeHomework::unknown);
    }

    static Refusal unknown() {
        return Refusal.notFound("homework.submission-unknown");
    }

    private Refusal meanwhile(CircleId circle, Row row) {
        var who = row.grade() == null
                ? Optional.<String>empty()
                : db.sql("""
                        select coalesce(m.alias, '')
                          from homework.grade g
                          left join members.membership m on m.circle_id = g.circle_id and m.account_id = g.made_by
                         where g.circle_id = :circle and g.grade_id = :grade
                        """).with("circle", circle).with("grade", row.grade()).maybe(String.class);
        return who.filter(name -> !name.isEmpty())
                .map(name -> Refusal.conflict("homework.graded-meanwhile").with("name", name))
                .orElseGet(() -> Refusal.conflict("homework.grade-changed"));
    }

    private record Standing(UUID id, String grade, Instant at) {}

    private void stand(CircleId circle, Row row, @Nullable Standing grade) {
        db.sql("""
                update homework.submission
                   set grade_id = :id, grade = :grade, graded_at = :at
                 where circle_id = :circle and task_id = :task and account_id = :author
                """)
                .with("circle", circle)
                .with("task", row.task())
                .with("author", row.author())
                .with("id", grade == null ? null : grade.id())
                .with("grade", grade == null ? null : grade.grade())
                .with("at", grade == null ? null : grade.at())
                .run();
    }

    /** Where one passes, only a pass makes it done. */
    private void settle(CircleId circle, Row row, Task task, @Nullable String grade) {
        var scale = task.terms().scale();
        if (scale == Scale.PASS) {
            markDone.settle(circle, row.author(), row.task(), grade != null && scale.isDone(grade));
        }
    }

    /** The grade this version had before it, if there was one, stands again. */
    @Transactional
    void takeBack(Member reviewer, long number) {
        var row = lock(reviewer, number);
        var task = rows.reviewed(reviewer, row.taskNumber());
        if (row.grade() == null) {
            throw Refusal.conflict("homework.not-graded");
        }
        db.sql("update homework.grade set taken_back_at = :now where circle_id = :circle and grade_id = :grade")
                .with("circle", reviewer.circle())
                .with("grade", row.grade())
                .with("now", clock.instant())
                .run();
        var before = before(reviewer.circle(), row);
        stand(reviewer.circle(), row, before.orElse(null));
        settle(reviewer.circle(), row, task, before.map(Standing::grade).orElse(null));
        events.publish(new GradeTakenBack(reviewer.circle(), row.grade(), row.author()));
    }

    private Optional<Standing> before(CircleId circle, Row row) {
        return db.sql("""
                select grade_id, grade, made_at
                  from homework.grade
                 where circle_id = :circle and task_id = :task and account_id = :author and version = :version
                   and taken_back_at is null
                 order by grade_id desc
                 limit 1
                """)
                .with("circle", circle)
                .with("task", row.task())
                .with("author", row.author())
                .with("version", row.version())
                .maybe((found, n) -> new Standing(Db.uuid(found, 1), found.getString(2), Db.instant(found, 3)));
    }
}
