package app.teahouse.homework;

import app.teahouse.columns.MarkDone;
import app.teahouse.content.HandIn;
import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.drafts.Drafts;
import app.teahouse.drafts.PostText;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member hands in homework, or a new version of it. What is refused stays in their draft. */
@Component
public class HandInHomework {
    private final Db db;
    private final Clock clock;
    private final TaskRows rows;
    private final HandIn handIn;
    private final Posts posts;
    private final Guard guard;
    private final Drafts drafts;
    private final MarkDone markDone;
    private final Scrutiny scrutiny;

    HandInHomework(
            Db db,
            Clock clock,
            TaskRows rows,
            HandIn handIn,
            Posts posts,
            Guard guard,
            Drafts drafts,
            MarkDone markDone,
            Scrutiny scrutiny) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.handIn = handIn;
        this.posts = posts;
        this.guard = guard;
        this.drafts = drafts;
        this.markDone = markDone;
        this.scrutiny = scrutiny;
    }

    /** What was handed in: the number of its post, which version it is, and by how much it is late. */
    public record HandedIn(long number, int version, long lateSeconds) {}

    private record Own(
            PostId post,
            long number,
            int version,
            long lateSeconds,
            @Nullable String grade,
            String body,
            String state) {

        boolean isGone() {
            return state.equals("deleted");
        }
    }

    /** @param seen how many versions there were when the form was shown, to notice another window */
    @Transactional
    public HandedIn handIn(Speaker speaker, long number, @Nullable String words, int seen) {
        var text = PostText.of("", words);
        text.check();
        var task = rows.share(speaker.member(), number);
        var post = posts.live(speaker.circle(), number).orElseThrow(TaskRows::unknown);
        guard.mustBeOpen(Reader.of(speaker.member()), post.guarded());
        if (task.isBy(speaker.member())) {
            throw Refusal.conflict("homework.own-task");
        }
        var now = clock.instant();
        var before = lockOwn(speaker, task);
        if (before.isPresent()) {
            return again(speaker, task, before.get(), text, seen, now);
        }
        return first(speaker, task, text, now).orElseGet(() -> {
            var other = lockOwn(speaker, task).orElseThrow();
            return again(speaker, task, other, text, seen, now);
        });
    }

    /**
     * Locks the row, so that of two new versions at once the second finds the first. Read apart from the lock: what is joined to a
     * row that was waited for is as old as the wait.
     */
    private Optional<Own> lockOwn(Speaker speaker, Task task) {
        var known = db.sql("""
                select 1
                  from homework.submission
                 where circle_id = :circle and task_id = :task and account_id = :account
                   for update
                """)
                .with("circle", speaker.circle())
                .with("task", task.id())
                .with("account", speaker.account())
                .exists();
        return known ? Optional.of(own(speaker, task)) : Optional.empty();
    }

    private Own own(Speaker speaker, Task task) {
        return db.sql("""
                select s.post_id, p.number, s.version, s.late_seconds, s.grade, p.body, p.state
                  from homework.submission s
                  join content.post p on p.circle_id = s.circle_id and p.post_id = s.post_id
                 where s.circle_id = :circle and s.task_id = :task and s.account_id = :account
                """)
                .with("circle", speaker.circle())
                .with("task", task.id())
                .with("account", speaker.account())
                .one((row, n) -> new Own(
                        new PostId(Db.uuid(row, 1)),
                        row.getLong(2),
                        row.getInt(3),
                        row.getLong(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)));
    }

    /** Nothing, if this member's other window was faster: its row is the one that counts. */
    private Optional<HandedIn> first(Speaker speaker, Task task, PostText text, Instant now) {
        var id = new PostId(Ids.next());
        var late = task.deadline(speaker.member().face().zone()).lateSeconds(now);
        var inserted = db.sql("""
                insert into homework.submission (circle_id, task_id, account_id, post_id, version, handed_at, late_seconds)
                values (:circle, :task, :account, :post, 1, :now, :late)
                on conflict (circle_id, task_id, account_id) do nothing
                """)
                .with("circle", speaker.circle())
                .with("task", task.id())
                .with("account", speaker.account())
                .with("post", id)
                .with("now", now)
                .with("late", late)
                .run();
        if (inserted == 0) {
            return Optional.empty();
        }
        look(speaker, id, text, false);
        var number = handIn.keep(speaker, id, text, now);
        settle(speaker, task);
        return Optional.of(new HandedIn(number, 1, late));
    }

    private HandedIn again(Speaker speaker, Task task, Own before, PostText text, int seen, Instant now) {
        if (!before.isGone() && before.body().equals(text.body())) {
            return new HandedIn(before.number(), before.version(), before.lateSeconds());
        }
        if (before.version() != seen) {
            throw Refusal.conflict("homework.handed-in-meanwhile");
        }
        if (before.state().equals("hidden")) {
            throw Refusal.conflict("homework.hidden");
        }
        var late = late(speaker, task, before, now);
        var number = before.number();
        var post = before.post();
        if (before.isGone()) {
            post = new PostId(Ids.next());
            look(speaker, post, text, false);
            number = handIn.keep(speaker, post, text, now);
        } else {
            look(speaker, post, text, true);
            handIn.again(speaker, post, text, now);
        }
        db.sql("""
                update homework.submission
                   set post_id = :post, version = version + 1, handed_at = :now, late_seconds = :late,
                       grade_id = null, grade = null, graded_at = null
                 where circle_id = :circle and task_id = :task and account_id = :account
                """)
                .with("circle", speaker.circle())
                .with("task", task.id())
                .with("account", speaker.account())
                .with("post", post)
                .with("now", now)
                .with("late", late)
                .run();
        settle(speaker, task);
        return new HandedIn(number, before.version() + 1, late);
    }

    /** Whoever was asked for it once more is not late for that, and it does not count. */
    private static long late(Speaker speaker, Task task, Own before, Instant now) {
        if (before.grade() != null && Scale.isAgain(before.grade())) {
            return before.lateSeconds();
        }
        if (!task.terms().allowMore(before.version())) {
            throw Refusal.conflict("homework.no-more").with("times", before.version());
        }
        return task.deadline(speaker.member().face().zone()).lateSeconds(now);
    }

    private void look(Speaker speaker, PostId post, PostText text, boolean again) {
        scrutiny.look(speaker, new Scrutiny.Words(Matter.HOMEWORK, post, "", text.body(), again));
    }

    private void settle(Speaker speaker, Task task) {
        drafts.forget(speaker.account(), speaker.circle(), task.id());
        if (task.terms().scale() != Scale.PASS) {
            markDone.settle(speaker.circle(), speaker.account(), task.id(), true);
        }
    }
}
