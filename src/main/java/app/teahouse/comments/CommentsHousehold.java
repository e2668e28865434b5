package app.teahouse.comments;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the comments of a deleted circle; their histories go with them. */
@Component
@Order(-4)
class CommentsHousehold implements Household {
    private final Db db;

    CommentsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from comments.comment
                 where circle_id = :circle
                   and comment_id in (select comment_id from comments.comment where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }
}
