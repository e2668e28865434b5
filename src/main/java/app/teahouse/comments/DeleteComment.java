package app.teahouse.comments;

import app.teahouse.content.Posts;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
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

    DeleteComment(Db db, Clock clock, CommentRows rows, Posts posts) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.posts = posts;
    }

    @Transactional
    public Comment.Facts delete(Member member, CommentId id) {
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
