package app.teahouse.homework;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** One thing that was handed in, with its words and all its grades; for its author and for reviewers. */
@Component
class ReviewSheet {
    private final Db db;
    private final TaskRows rows;

    ReviewSheet(Db db, TaskRows rows) {
        this.db = db;
        this.rows = rows;
    }

    private record Row(Submission submission, UUID post, UUID author, String html) {}

    /** @throws app.teahouse.kernel.Refusal {@code homework.submission-unknown} for whoever may not know of its grades */
    ReviewView read(Member reader, long number) {
        var row = db.sql("""
                select p.number, p.excerpt, s.version, s.handed_at, s.late_seconds, s.grade_id, s.grade, s.graded_at, p.state,
                       w.title, w.excerpt, t.number, t.scale, s.account_id, null, m.alias, m.picture, m.number, m.role, m.state,
                       s.post_id, p.html
                  from content.post p
                  join homework.submission s on s.circle_id = p.circle_id and s.post_id = p.post_id
                  join homework.task t on t.circle_id = s.circle_id and t.task_id = s.task_id
                  join content.post w on w.circle_id = t.circle_id and w.post_id = t.task_id
                  left join members.membership m on m.circle_id = s.circle_id and m.account_id = s.account_id
                 where p.circle_id = :circle and p.number = :number and p.state <> 'deleted'
                """)
                .with("circle", reader.circle())
                .with("number", number)
                .maybe((found, n) ->
                        new Row(Submission.read(found), Db.uuid(found, 21), Db.uuid(found, 14), found.getString(22)))
                .orElseThrow(GradeHomework::unknown);
        var task = rows.read(reader, row.submission().taskNumber());
        var own = row.author().equals(reader.account().value());
        var reviews = task.isReviewedBy(reader) && !own;
        if (!own && !reviews) {
            throw GradeHomework.unknown();
        }
        return new ReviewView(
                reader.face().slug(),
                row.submission(),
                row.html(),
                reviews,
                new Submissions.Place(row.submission().handedAt(), row.post()).text(),
                grades(reader, task, row.author(), reviews));
    }

    /** The newest first; what was taken back is known to reviewers only. */
    private List<ReviewView.Given> grades(Member reader, Task task, UUID author, boolean reviews) {
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
                .with("task", task.id())
                .with("author", author)
                .with("reviews", reviews)
                .all((row, n) -> new ReviewView.Given(
                        row.getInt(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        Db.instant(row, 5),
                        Db.maybeInstant(row, 6) != null));
    }
}
