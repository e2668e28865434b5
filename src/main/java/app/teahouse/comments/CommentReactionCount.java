package app.teahouse.comments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.reactions.Counted;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Keeps the number beside a comment right when somebody's reactions go with their account. */
@Component
class CommentReactionCount implements Counted {
    private final Db db;

    CommentReactionCount(Db db) {
        this.db = db;
    }

    @Override
    public void takenBack(CircleId circle, UUID target) {
        db.sql("""
                update comments.comment
                   set reaction_count = reaction_count - 1
                 where circle_id = :circle and comment_id = :id
                """).with("circle", circle).with("id", target).run();
    }
}
