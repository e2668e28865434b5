package app.teahouse.homework;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.web.Csv;
import java.io.IOException;
import java.io.Writer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A task as a table for spreadsheets: a line for each member, first those who handed in. Read in pages, so it may be of any length. */
@Component
class HomeworkTable {
    private static final int STEP = 500;

    private final Db db;
    private final Clock clock;
    private final MissingList missing;

    HomeworkTable(Db db, Clock clock, MissingList missing) {
        this.db = db;
        this.clock = clock;
        this.missing = missing;
    }

    private record Line(
            UUID post,
            @Nullable String name,
            @Nullable Long number,
            String state,
            Instant handedAt,
            long lateSeconds,
            int version,
            @Nullable String grade,
            @Nullable Instant gradedAt) {

        static Line of(ResultSet row) throws SQLException {
            return new Line(
                    Db.uuid(row, 1),
                    row.getString(2),
                    row.getObject(3, Long.class),
                    row.getString(4),
                    Db.instant(row, 5),
                    row.getLong(6),
                    row.getInt(7),
                    row.getString(8),
                    Db.maybeInstant(row, 9));
        }
    }

    void write(Member reviewer, Task task, Writer out) throws IOException {
        var now = clock.instant();
        Csv.line(
                out,
                List.of(
                        "member",
                        "number",
                        "state",
                        "handed_in_at",
                        "late_hours",
                        "resubmissions",
                        "grade",
                        "graded_at",
                        "waiting_days",
                        "reminded_at"));
        var page = page(reviewer, task, new UUID(0, 0));
        while (!page.isEmpty()) {
            for (var line : page) {
                Csv.line(out, cells(line, now));
            }
            page = page(reviewer, task, page.getLast().post());
        }
        var rest = missing.of(reviewer, task, null, STEP);
        while (true) {
            for (var one : rest.items()) {
                var number = one.member().number();
                Csv.line(
                        out,
                        List.of(
                                text(one.member().name()),
                                number == null ? "" : number.toString(),
                                "missing",
                                "",
                                "",
                                "",
                                "",
                                "",
                                "",
                                one.remindedAt() == null ? "" : one.remindedAt().toString()));
            }
            if (rest.next() == null) {
                return;
            }
            rest = missing.of(reviewer, task, rest.next(), STEP);
        }
    }

    private static List<String> cells(Line line, Instant now) {
        return List.of(
                text(line.name()),
                line.number() == null ? "" : line.number().toString(),
                state(line),
                line.handedAt().toString(),
                line.lateSeconds() == 0 ? "" : Long.toString((line.lateSeconds() + 3599) / 3600),
                Integer.toString(line.version() - 1),
                text(line.grade()),
                line.gradedAt() == null ? "" : line.gradedAt().toString(),
                line.gradedAt() == null
                        ? Long.toString(Duration.between(line.handedAt(), now).toDays())
                        : "",
                "");
    }

    private static String state(Line line) {
        return line.state().equals("hidden") ? "hidden" : line.grade() == null ? "handed_in" : "graded";
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<Line> page(Member reviewer, Task task, UUID after) {
        return db.sql("""
                select s.post_id, m.alias, m.number, p.state, s.handed_at, s.late_seconds, s.version, s.grade, s.graded_at
                  from homework.submission s
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state <> 'deleted'
                  left join members.membership m on m.circle_id = s.circle_id and m.account_id = s.account_id
                 where s.circle_id = :circle and s.task_id = :task and s.post_id > :after
                 order by s.post_id
                 limit :most
                """)
                .with("circle", reviewer.circle())
                .with("task", task.id())
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> Line.of(row));
    }
}
