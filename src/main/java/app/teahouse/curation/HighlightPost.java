package app.teahouse.curation;

import app.teahouse.content.Post;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostMarks;
import app.teahouse.content.PostRows;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff pick a post as lasting value, or take that back; who did and why is logged. */
@Component
public class HighlightPost {
    static final int LONGEST_REASON = 200;

    private final Db db;
    private final Clock clock;
    private final PostRows rows;
    private final PostMarks marks;
    private final Events events;

    HighlightPost(Db db, Clock clock, PostRows rows, PostMarks marks, Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.marks = marks;
        this.events = events;
    }

    @Transactional
    public Post.Facts pick(Staff staff, PostKey key, @Nullable String reason) {
        new Faults().atMost("why", reason, LONGEST_REASON).refuse();
        var why = reason == null ? "" : reason.strip();
        var now = clock.instant();
        var post = rows.lock(staff.circle(), key).live().facts();
        if (marks.highlight(staff, post.id(), why, now)) {
            log(staff, post, "picked", why, now);
            events.publish(new PostHighlighted(
                    staff.circle(),
                    post.id(),
                    Objects.requireNonNull(post.number()),
                    post.author(),
                    post.title(),
                    post.excerpt(),
                    staff.account(),
                    staff.member().standing().alias(),
                    why,
                    now));
        }
        return post;
    }

    /** @param reason for the log alone */
    @Transactional
    Post.Facts remove(Staff staff, PostKey key, @Nullable String reason) {
        new Faults().atMost("why", reason, LONGEST_REASON).refuse();
        var post = rows.lock(staff.circle(), key).facts();
        if (marks.removeHighlight(staff, post.id())) {
            log(staff, post, "removed", reason == null ? "" : reason.strip(), clock.instant());
        }
        return post;
    }

    private void log(Staff staff, Post.Facts post, String act, String why, Instant now) {
        db.sql("""
                insert into curation.highlight_log (circle_id, log_id, post_id, account_id, act, why, made_at)
                values (:circle, :log, :post, :account, :act, :why, :now)
                """)
                .with("circle", staff.circle())
                .with("log", Ids.next())
                .with("post", post.id())
                .with("account", staff.account())
                .with("act", act)
                .with("why", why)
                .with("now", now)
                .run();
    }
}
