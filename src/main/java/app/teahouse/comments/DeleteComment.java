package app.teahouse.comments;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.OthersWords;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The author or the staff delete a comment, and whoever did may undo it for thirty days. */
@Component
public class DeleteComment {
    private final Db db;
    private final Clock clock;
    private final CommentRows rows;
    private final Posts posts;
    private final OthersWords others;

    DeleteComment(Db db, Clock clock, CommentRows rows, Posts posts, OthersWords others) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.posts = posts;
        this.others = others;
    }

    @Transactional
    public Comment.Facts delete(Member member, CommentId id) {
        var comment = takeAway(member, id);
        others.deleted(member, comment.author(), "comment", clock.instant());
        return comment;
    }

    /** In the queue, which writes down itself what was decided there and why. */
    @Transactional
    public void deleteDecided(Staff staff, CommentId id) {
        takeAway(staff.member(), id);
    }

    private Comment.Facts takeAway(Member member, CommentId id) {
        var comment = rows.lock(member.circle(), id);
        comment.mustBeDeletableBy(member);
        db.sql("""
                update comments.comment
                   set state = 'deleted', deleted_at = :now, deleted_by = :account
                 where circle_id = :circle and comment_id = :id
                """)
                .with("circle", member.circle())
                .with("id", id)
                .with("account", member.account())
                .with("now", clock.instant())
                .run();
        if (comment instanceof Comment.Live) {
            posts.countComments(member.circle(), comment.facts().post(), -1);
        }
        return comment.facts();
    }

    @Transactional
    public Comment.Facts restore(Member member, CommentId id) {
        var comment = bringBack(member, id);
        others.returned(member, comment.author(), clock.instant());
        return comment;
    }

    /** As in {@link #deleteDecided}. */
    @Transactional
    public void restoreDecided(Staff staff, CommentId id) {
        bringBack(staff.member(), id);
    }

    private Comment.Facts bringBack(Member member, CommentId id) {
        if (!(rows.lock(member.circle(), id) instanceof Comment.Deleted comment)) {
            throw Refusal.conflict("comment.not-deleted");
        }
        comment.mustBeRestorableBy(member, clock.instant());
        db.sql("""
                update comments.comment
                   set state = :state, deleted_at = null, deleted_by = null
                 where circle_id = :circle and comment_id = :id
                """)
                .with("circle", member.circle())
                .with("id", id)
                .with("state", comment.wasHidden() ? "hidden" : comment.wasHeld() ? "held" : "live")
                .run();
        if (!comment.wasHidden() && !comment.wasHeld()) {
            posts.countComments(member.circle(), comment.facts().post(), 1);
        }
        return comment.facts();
    }
}
