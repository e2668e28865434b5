package app.teahouse.content;

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
    private final Events events;

    HighlightPost(Db db, Clock clock, PostRows rows, Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.events = events;
    }

    @Transactional
    public Post.Facts pick(Staff staff, PostKey key, @Nullable String reason) {
        new Faults().atMost("why", reason, LONGEST_REASON).refuse();
        var why = reason == null ? "" : reason.strip();
        var now = clock.instant();
        var post = rows.lock(staff.circle(), key).live().facts();
        var picked = db.sql("""
                update content.post
                   set highlighted_at = :now, highlighted_by = :account, highlight_why = :why
                 where circle_id = :circle and post_id = :id and highlighted_at is null
                """)
                .with("circle", staff.circle())
                .with("id", post.id())
                .with("account", staff.account())
                .with("why", why)
                .with("now", now)
                .run();
        if (picked == 1) {
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

    @Transactional
    Post.Facts remove(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key).facts();
        var removed =
                db.sql("""
                update content.post
                   set highlighted_at = null, highlighted_by = null, highlight_why = null
                 where circle_id = :circle and post_id = :id and highlighted_at is not null
                """).with("circle", staff.circle()).with("id", post.id()).run();
        if (removed == 1) {
            log(staff, post, "removed", "", clock.instant());
        }
        return post;
    }

    private void log(Staff staff, Post.Facts post, String act, String why, Instant now) {
        db.sql("""
                insert into content.highlight_log (circle_id, log_id, post_id, account_id, act, why, made_at)
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
