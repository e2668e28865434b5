package app.teahouse.homework;

import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tasks of a circle as one member has them: what is open, handed in, graded. */
@Component
class MyHomework {
    static final int SIZE = 20;

    private final Db db;
    private final Guard guard;
    private final Clock clock;

    MyHomework(Db db, Guard guard, Clock clock) {
        this.db = db;
        this.guard = guard;
        this.clock = clock;
    }

    enum Show {
        ALL,
        /** What can still be handed in. */
        OPEN,
        /** What waits for a grade. */
        HANDED_IN,
        GRADED
    }

    /** The newest task first. */
    Cursor<MyTask> list(Member member, Show show, @Nullable String before) {
        if (before != null && !before.matches("\\d{1,18}")) {
            throw Refusal.invalid("before", "request.malformed");
        }
        var found = read(member)
                .and(true, "and t.number < :before and p.state = 'live'")
                .and(show == Show.OPEN, "and mine.post_id is null")
                .and(show == Show.OPEN, """
                        and (t.due_on is null
                             or (t.due_on + 1)::timestamp + make_interval(hours => t.grace_hours) > cast(:now as timestamptz) at time zone :zone)
                        """)
                .and(show == Show.HANDED_IN, "and mine.post_id is not null and mine.grade_id is null")
                .and(show == Show.GRADED, "and mine.grade_id is not null")
                .and(true, "order by t.number desc limit :most")
                .with("before", before == null ? Long.MAX_VALUE : Long.parseLong(before))
                .with("most", SIZE + 1)
                .with("now", clock.instant())
                .with("zone", member.face().zone().getId())
                .all((row, n) -> found(member, row));
        return Cursor.of(ruled(member, found), SIZE, task -> Long.toString(task.number()));
    }

    /** One of them. */
    Optional<MyTask> one(Member member, long number) {
        return read(member)
                .and(true, "and t.number = :number")
                .with("number", number)
                .maybe((row, n) -> found(member, row))
                .map(found -> ruled(member, List.of(found)).getFirst());
    }

    /** Those among these posts that ask for homework, for pages of columns. */
    List<MyTask> among(Member member, Collection<Long> numbers) {
        return ruled(
                member,
                read(member)
                        .and(true, "and t.number = any(:numbers)")
                        .withNumbers("numbers", numbers)
                        .all((row, n) -> found(member, row)));
    }

    private record Found(MyTask task, Guarded guarded) {}

    private Found found(Member member, ResultSet row) throws SQLException {
        return new Found(mine(member, row), Guarded.read(row, 19));
    }

    /** A task may wait in a column for its time, as any post. */
    private List<MyTask> ruled(Member member, List<Found> found) {
        var rulings =
                guard.of(Reader.of(member), found.stream().map(Found::guarded).toList());
        return found.stream()
                .map(one -> one.task().shut(rulings.of(one.guarded()).closed()))
                .toList();
    }

    private Db.Statement read(Member member) {
        return db.sql("""
                select t.task_id, t.number, p.title, p.excerpt, p.author_id, p.state, t.due_on, t.grace_hours, t.resubmissions,
                       t.peers, t.scale, false,
                       mine.number, mine.state, mine.version, mine.handed_at, mine.late_seconds, mine.grade,
                """ + Guarded.FACTS + """
                  from homework.task t
                  join content.post p on p.circle_id = t.circle_id and p.post_id = t.task_id
                  left join (select s.circle_id, s.task_id, s.post_id, s.version, s.handed_at, s.late_seconds, s.grade_id, s.grade,
                                    w.number, w.state
                               from homework.submission s
                               join content.post w on w.circle_id = s.circle_id and w.post_id = s.post_id and w.state <> 'deleted'
                              where s.circle_id = :circle and s.account_id = :reader) mine
                    on mine.circle_id = t.circle_id and mine.task_id = t.task_id
                 where t.circle_id = :circle
                """).with("circle", member.circle()).with("reader", member.account());
    }

    private MyTask mine(Member member, ResultSet row) throws SQLException {
        var task = TaskRows.task(row);
        var zone = member.face().zone();
        var number = row.getObject(13, Long.class);
        var now = clock.instant();
        return new MyTask(
                task.number(),
                task.name(),
                task.terms(),
                task.deadline(zone),
                task.isClosed(zone, now),
                null,
                number == null
                        ? null
                        : new MyTask.Mine(
                                number,
                                row.getInt(15),
                                Db.instant(row, 16),
                                row.getLong(17),
                                row.getString(18),
                                "hidden".equals(row.getString(14)),
                                mayAgain(task, row, member, now)));
    }

    private static boolean mayAgain(Task task, ResultSet row, Member member, Instant now) throws SQLException {
        var grade = row.getString(18);
        if ("hidden".equals(row.getString(14)) || !task.live()) {
            return false;
        }
        return (grade != null && Scale.isAgain(grade))
                || (task.terms().allowMore(row.getInt(15))
                        && !task.deadline(member.face().zone()).isClosed(now));
    }
}
