package app.teahouse.homework;

import app.teahouse.content.PostId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** One thing that was handed in, with its words and all its grades; for its author and for reviewers. */
@Component
class ReviewSheet {
    private final Db db;

    ReviewSheet(Db db) {
        this.db = db;
    }

    private record Row(
            Submission submission,
            UUID post,
            UUID author,
            String html,
            PostId task,
            @Nullable UUID taskAuthor,
            boolean given) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Submission.read(row),
                    Db.uuid(row, 21),
                    Db.uuid(row, 14),
                    row.getString(22),
                    new PostId(Db.uuid(row, 23)),
                    Db.maybeUuid(row, 24),
                    row.getBoolean(25));
        }
    }

    /** @throws app.teahouse.kernel.Refusal {@code homework.submission-unknown} for whoever may not know of its grades */
    ReviewView read(Member reader, long number) {
        var row = db.sql("""
                select p.number, p.excerpt, s.version, s.handed_at, s.late_seconds, s.grade_id, s.grade, s.graded_at, p.state,
                       w.title, w.excerpt, t.number, t.scale, s.account_id, null, m.alias, m.picture, m.number, m.role, m.state,
                       s.post_id, p.html, t.task_id, w.author_id,
                       exists (select 1
                                 from homework.reviewer r
                                where r.circle_id = t.circle_id and r.task_id = t.task_id and r.account_id = :reader)
                  from content.post p
                  join homework.submission s on s.circle_id = p.circle_id and s.post_id = p.post_id
                  join homework.task t on t.circle_id = s.circle_id and t.task_id = s.task_id
                  join content.post w on w.circle_id = t.circle_id and w.post_id = t.task_id
                  left join members.membership m on m.circle_id = s.circle_id and m.account_id = s.account_id
                 where p.circle_id = :circle and p.number = :number and p.state <> 'deleted'
                """)
                .with("circle", reader.circle())
                .with("reader", reader.account())
                .with("number", number)
                .maybe((found, n) -> Row.of(found))
                .orElseThrow(GradeHomework::unknown);
        var account = reader.account().value();
        var own = row.author().equals(account);
        var reviews = Task.mayReview(reader, row.given() || account.equals(row.taskAuthor())) && !own;
        if (!own && !reviews) {
            throw GradeHomework.unknown();
        }
        return new ReviewView(
                reader.face().slug(),
                row.submission(),
                row.html(),
                reviews,
                new Submissions.Place(row.submission().handedAt(), row.post()).text(),
                grades(reader, row, reviews));
    }

    /** The newest first; what was taken back is known to reviewers only. */
    private List<ReviewView.Given> grades(Member reader, Row row, boolean reviews) {
        return db.sql("""
                select g.version, g.grade, g.remark, m.alias, g.made_at, g.taken_back_at
                  from homework.grade g
                  left join members.membership m on m.circle_id = g.circle_id and m.account_id = g.made_by
                 where g.circle_id = :circle and g.task_id = :task and g.account_id = :author
                   and (g.taken_back_at is null or :reviews)
                 order by g.grade_id desc
                 limit 100
                """)
                .with("circle", reader.circle())
                .with("task", row.task())
                .with("author", row.author())
                .with("reviews", reviews)
                .all((found, n) -> new ReviewView.Given(
                        found.getInt(1),
                        found.getString(2),
                        found.getString(3),
                        found.getString(4),
                        Db.instant(found, 5),
                        Db.maybeInstant(found, 6) != null));
    }
}
