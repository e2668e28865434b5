package app.teahouse.homework;

import app.teahouse.content.PostId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What was handed in: of one task for those who may see it, and what waits for a reviewer, the oldest first. */
@Component
public class Submissions {
    static final int SIZE = 20;

    private final Db db;

    Submissions(Db db) {
        this.db = db;
    }

    private record Keyed(UUID id, Submission submission) {}

    /** The newest first; peers see no grades, and nothing that is hidden. */
    Cursor<Submission> of(Member reader, Task task, @Nullable String before) {
        mustSee(reader, task);
        var reviews = task.isReviewedBy(reader);
        var found = db.sql("""
                select p.number, p.excerpt, s.version, s.handed_at, s.late_seconds, s.grade_id, s.grade, s.graded_at, p.state,
                       '', '', 0, :scale, s.account_id, null, m.alias, m.picture, m.number, m.role, m.state, s.post_id
                  from homework.submission s
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id
                  left join members.membership m on m.circle_id = s.circle_id and m.account_id = s.account_id
                 where s.circle_id = :circle and s.task_id = :task and s.post_id < :before
                   and (p.state = 'apart' or (p.state = 'hidden' and :reviews))
                 order by s.post_id desc
                 limit :most
                """)
                .with("circle", reader.circle())
                .with("task", task.id())
                .with("scale", task.terms().scale())
                .with("before", before == null ? new UUID(-1, -1) : Ids.parse(before))
                .with("reviews", reviews)
                .with("most", SIZE + 1)
                .all((row, n) -> new Keyed(Db.uuid(row, 21), Submission.read(row)));
        var page = Cursor.of(found, SIZE, row -> Ids.text(new PostId(row.id())));
        return new Cursor<>(
                page.items().stream()
                        .map(row ->
                                reviews ? row.submission() : row.submission().withoutGrade())
                        .toList(),
                page.next());
    }

    /** @throws Refusal {@code homework.hand-in-first}, or {@code homework.for-reviewers} */
    void mustSee(Member reader, Task task) {
        if (task.isReviewedBy(reader) || task.terms().peers() == Peers.ALWAYS) {
            return;
        }
        if (task.terms().peers() == Peers.NEVER) {
            throw Refusal.notAllowed("homework.for-reviewers");
        }
        if (!hasHandedIn(reader, task)) {
            throw Refusal.notAllowed("homework.hand-in-first");
        }
    }

    private boolean hasHandedIn(Member reader, Task task) {
        return db.sql("""
                select 1
                  from homework.submission s
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state <> 'deleted'
                 where s.circle_id = :circle and s.task_id = :task and s.account_id = :account
                """)
                .with("circle", reader.circle())
                .with("task", task.id())
                .with("account", reader.account())
                .exists();
    }

    /** A place in the queue: what was handed in earlier stands before it. */
    record Place(Instant at, UUID post) {
        static final Place START = new Place(Instant.EPOCH, new UUID(0, 0));

        static Place of(@Nullable String text) {
            if (text == null) {
                return START;
            }
            var dash = text.indexOf('-');
            if (dash < 0 || !text.substring(0, dash).matches("\\d{1,18}")) {
                throw Refusal.invalid("after", "request.malformed");
            }
            return new Place(
                    Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS),
                    Ids.parse(text.substring(dash + 1)));
        }

        String text() {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + Ids.text(new PostId(post));
        }
    }

    /**
     * What waits for this reviewer, the oldest first. A member who reviews nothing has an empty queue.
     *
     * @param task the number of the one task that is wished, or null
     */
    Cursor<Submission> waiting(Member reviewer, @Nullable Long task, Place after) {
        var found = queue(reviewer, task, after, false, SIZE + 1);
        var page = Cursor.of(found, SIZE, row -> new Place(row.submission().handedAt(), row.id()).text());
        return new Cursor<>(page.items().stream().map(Keyed::submission).toList(), page.next());
    }

    /** The one that waits after this place, if there is one. */
    Optional<Submission> next(Member reviewer, @Nullable Long task, Place after) {
        return queue(reviewer, task, after, false, 1).stream()
                .map(Keyed::submission)
                .findFirst();
    }

    /** The one that waits before this place, if there is one. */
    Optional<Submission> previous(Member reviewer, @Nullable Long task, Place before) {
        return queue(reviewer, task, before, true, 1).stream()
                .map(Keyed::submission)
                .findFirst();
    }

    private List<Keyed> queue(Member reviewer, @Nullable Long task, Place from, boolean back, int most) {
        if (!reviewer.isStaff() && reviewer.role() != Role.GUEST_EXPERT) {
            return List.of();
        }
        return db.sql("""
                select p.number, p.excerpt, s.version, s.handed_at, s.late_seconds, s.grade_id, s.grade, s.graded_at, p.state,
                       w.title, w.excerpt, t.number, t.scale, s.account_id, null, m.alias, m.picture, m.number, m.role, m.state,
                       s.post_id
                  from homework.submission s
                  join homework.task t on t.circle_id = s.circle_id and t.task_id = s.task_id
                  join content.post w on w.circle_id = t.circle_id and w.post_id = t.task_id
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id and p.state = 'apart'
                  left join members.membership m on m.circle_id = s.circle_id and m.account_id = s.account_id
                 where s.circle_id = :circle and s.grade_id is null and s.account_id <> :reader
                """)
                .and(!back, "and (s.handed_at, s.post_id) > (:at, :post)")
                .and(back, "and (s.handed_at, s.post_id) < (:at, :post)")
                .and(task != null, "and t.number = :task")
                .and(!reviewer.isStaff(), """
                        and (w.author_id = :reader
                             or exists (select 1
                                          from homework.reviewer r
                                         where r.circle_id = t.circle_id and r.task_id = t.task_id and r.account_id = :reader))
                        """)
                .and(!back, "order by s.handed_at, s.post_id limit :most")
                .and(back, "order by s.handed_at desc, s.post_id desc limit :most")
                .with("circle", reviewer.circle())
                .with("reader", reviewer.account())
                .with("task", task)
                .with("at", from.at())
                .with("post", from.post())
                .with("most", most)
                .all((row, n) -> new Keyed(Db.uuid(row, 21), Submission.read(row)));
    }
}
