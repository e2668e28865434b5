package app.teahouse.comments;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Settled;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff take a comment out of sight, for a reason its author is told, or put it back. */
@Component
public class HideComment {
    static final int LONGEST_REASON = 500;

    private final Db db;
    private final Clock clock;
    private final CommentRows rows;
    private final Posts posts;
    private final ReleaseComment releaseComment;
    private final Events events;

    HideComment(Db db, Clock clock, CommentRows rows, Posts posts, ReleaseComment releaseComment, Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.posts = posts;
        this.releaseComment = releaseComment;
        this.events = events;
    }

    @Transactional
    public void takeAway(Staff staff, CommentId id, @Nullable String reason) {
        hide(staff, id, reason);
    }

    @Transactional
    Comment.Facts hide(Staff staff, CommentId id, @Nullable String reason) {
        new Faults().text("reason", reason, LONGEST_REASON).refuse();
        var why = Objects.requireNonNull(reason).strip();
        var found = rows.lock(staff.circle(), id).hideable(staff);
        var comment = found.facts();
        db.sql("""
                update comments.comment
                   set state = 'hidden', hidden_at = :now, hidden_by = :account, hidden_why = :why
                 where circle_id = :circle and comment_id = :id
                """)
                .with("circle", staff.circle())
                .with("id", id)
                .with("account", staff.account())
                .with("why", why)
                .with("now", clock.instant())
                .run();
        if (found instanceof Comment.Live) {
            posts.countComments(staff.circle(), comment.post(), -1);
        } else {
            events.publish(
                    new Settled(staff.circle(), Matter.COMMENT, id.value(), staff.account(), true, clock.instant()));
        }
        tell(staff, comment, true, why);
        return comment;
    }

    @Transactional
    public Comment.Facts unhide(Staff staff, CommentId id) {
        if (!(rows.lock(staff.circle(), id) instanceof Comment.Hidden hidden)) {
            throw Refusal.conflict("comment.not-hidden");
        }
        var comment = hidden.facts();
        comment.mustBeBelow(staff.member());
        if (hidden.wasHeld()) {
            releaseComment.release(staff, id);
            return comment;
        }
        db.sql("""
                update comments.comment
                   set state = 'live', hidden_at = null, hidden_by = null, hidden_why = null
                 where circle_id = :circle and comment_id = :id
                """).with("circle", staff.circle()).with("id", id).run();
        posts.countComments(staff.circle(), comment.post(), 1);
        tell(staff, comment, false, "");
        return comment;
    }

    private void tell(Staff staff, Comment.Facts comment, boolean hidden, String why) {
        events.publish(new CommentHidden(
                staff.circle(),
                comment.post(),
                comment.number(),
                comment.id(),
                comment.author(),
                comment.body().substring(0, Math.min(140, comment.body().length())),
                staff.account(),
                staff.member().standing().alias(),
                hidden,
                why,
                clock.instant()));
    }
}
