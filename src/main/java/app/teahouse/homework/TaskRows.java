package app.teahouse.homework;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the task that an operation or a page is about. */
@Component
class TaskRows {
    private final Db db;

    TaskRows(Db db) {
        this.db = db;
    }

    Task read(Member member, long number) {
        return find(member, number).orElseThrow(TaskRows::unknown);
    }

    Optional<Task> find(Member member, long number) {
        return db.sql("""
                select t.task_id, t.number, p.title, p.excerpt, p.author_id, p.state, t.due_on, t.grace_hours, t.resubmissions,
                       t.peers, t.scale,
                       exists (select 1
                                 from homework.reviewer r
                                where r.circle_id = t.circle_id and r.task_id = t.task_id and r.account_id = :reader)
                  from homework.task t
                  join content.post p on p.circle_id = t.circle_id and p.post_id = t.task_id
                 where t.circle_id = :circle and t.number = :number
                """)
                .with("circle", member.circle())
                .with("number", number)
                .with("reader", member.account())
                .maybe((row, n) -> task(row));
    }

    /** Shares the row's lock with all who hand in, so that neither the deadline nor the task itself goes away meanwhile. */
    Task share(Member member, long number) {
        if (!db.sql("select 1 from homework.task where circle_id = :circle and number = :number for share")
                .with("circle", member.circle())
                .with("number", number)
                .exists()) {
            throw unknown();
        }
        return read(member, number);
    }

    /** Locks the row, so that nothing is handed in while the terms change. */
    Task lock(Member member, long number) {
        db.sql("select 1 from homework.task where circle_id = :circle and number = :number for update")
                .with("circle", member.circle())
                .with("number", number)
                .exists();
        return read(member, number);
    }

    /** Reads task_id, number, title, excerpt, author_id, the post's state, the terms, "given". */
    static Task task(ResultSet row) throws SQLException {
        var author = Db.maybeUuid(row, 5);
        var title = row.getString(3);
        return new Task(
                new PostId(Db.uuid(row, 1)),
                row.getLong(2),
                title.isEmpty() ? Posts.shortened(row.getString(4)) : title,
                author == null ? null : new AccountId(author),
                "live".equals(row.getString(6)),
                row.getBoolean(12),
                new Terms(
                        Db.maybeDay(row, 7),
                        row.getInt(8),
                        row.getObject(9, Integer.class),
                        Db.constant(Peers.class, row.getString(10)),
                        Db.constant(Scale.class, row.getString(11))));
    }

    /** @throws Refusal {@code homework.not-for-you}, or that there is none where the member may not know */
    Task reviewed(Member member, long number) {
        var task = read(member, number);
        mustReview(member, task);
        return task;
    }

    static void mustReview(Member member, Task task) {
        if (!task.isReviewedBy(member)) {
            throw Refusal.notAllowed("homework.not-for-you");
        }
    }

    static Refusal unknown() {
        return Refusal.notFound("homework.unknown");
    }
}
