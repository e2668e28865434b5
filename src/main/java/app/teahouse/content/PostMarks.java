package app.teahouse.content;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the staff's decisions leave on a post's own row. Room {@code curation} decides, and has locked the post before. */
@Component
public class PostMarks {
    private final Db db;

    PostMarks(Db db) {
        this.db = db;
    }

    /** Answers whether it was no highlight before. */
    public boolean highlight(Staff staff, PostId post, String why, Instant now) {
        return db.sql("""
                update content.post
                   set highlighted_at = :now, highlighted_by = :account, highlight_why = :why
                 where circle_id = :circle and post_id = :id and highlighted_at is null
                """)
                        .with("circle", staff.circle())
                        .with("id", post)
                        .with("account", staff.account())
                        .with("why", why)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** Answers whether it was a highlight before. */
    public boolean removeHighlight(Staff staff, PostId post) {
        return db.sql("""
                update content.post
                   set highlighted_at = null, highlighted_by = null, highlight_why = null
                 where circle_id = :circle and post_id = :id and highlighted_at is not null
                """).with("circle", staff.circle()).with("id", post).run() == 1;
    }

    /** What is pinned keeps its place, unless its time was over. */
    public void pin(Staff staff, PostId post, long order, @Nullable Instant until, Instant now) {
        db.sql("""
                update content.post
                   set pinned_order = case when pinned_until < :now then :order else coalesce(pinned_order, :order) end,
                       pinned_until = :until
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", staff.circle())
                .with("id", post)
                .with("order", order)
                .with("until", until)
                .with("now", now)
                .run();
    }

    public void unpin(Staff staff, PostId post) {
        db.sql("""
                update content.post
                   set pinned_order = null, pinned_until = null
                 where circle_id = :circle and post_id = :id
                """).with("circle", staff.circle()).with("id", post).run();
    }

    public void pinFirst(Staff staff, PostId post) {
        db.sql("""
                update content.post
                   set pinned_order = (select min(pinned_order) - 1
                                         from content.post
                                        where circle_id = :circle and state = 'live' and pinned_order is not null)
                 where circle_id = :circle and post_id = :id and pinned_order is not null
                """).with("circle", staff.circle()).with("id", post).run();
    }

    /** Answers the post's page, for the files it shows. */
    public String preview(Staff staff, PostId post, boolean preview) {
        return db.sql("""
                update content.post
                   set preview = :preview
                 where circle_id = :circle and post_id = :id
                returning html
                """)
                .with("circle", staff.circle())
                .with("id", post)
                .with("preview", preview)
                .one(String.class);
    }

    /** @param protection null for what the circle chose */
    public void protect(Staff staff, PostId post, @Nullable Boolean protection) {
        db.sql("update content.post set protection = :protection where circle_id = :circle and post_id = :id")
                .with("circle", staff.circle())
                .with("id", post)
                .with("protection", protection)
                .run();
    }

    /** Whether a post asks for homework. */
    public void task(CircleId circle, PostId post, boolean task) {
        db.sql(
                        "update content.post set kind = :kind where circle_id = :circle and post_id = :id and kind <> 'homework'")
                .with("circle", circle)
                .with("id", post)
                .with("kind", task ? "task" : "post")
                .run();
    }

    public void hide(Staff staff, PostId post, String why, Instant now) {
        db.sql("""
                update content.post
                   set state = 'hidden', hidden_at = :now, hidden_by = :account, hidden_why = :why,
                       pinned_order = null, pinned_until = null
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", staff.circle())
                .with("id", post)
                .with("account", staff.account())
                .with("why", why)
                .with("now", now)
                .run();
    }

    public void unhide(Staff staff, PostId post) {
        db.sql("""
                update content.post
                   set state = case kind when 'homework' then 'apart' else 'live' end, held_at = null, hidden_at = null, hidden_by = null, hidden_why = null
                 where circle_id = :circle and post_id = :id
                """).with("circle", staff.circle()).with("id", post).run();
    }
}
