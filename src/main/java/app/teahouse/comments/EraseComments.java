package app.teahouse.comments;

import app.teahouse.files.Holdings;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After thirty days the words of deleted comments are really gone; the row stays as the stem of its replies. */
@Component
class EraseComments implements Job {
    private final Db db;
    private final Holdings holdings;
    private final TransactionTemplate transaction;

    EraseComments(Db db, Holdings holdings, TransactionTemplate transaction) {
        this.db = db;
        this.holdings = holdings;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "comments.erase-deleted";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean step(Instant now) {
        record Due(CircleId circle, CommentId id) {}
        var due = db.sql("""
                select circle_id, comment_id
                  from comments.comment
                 where state = 'deleted' and not erased and deleted_at < :before
                 order by deleted_at, comment_id
                 limit 200
                """)
                .with("before", now.minus(Comment.TIME_TO_UNDO))
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new CommentId(Db.uuid(row, 2))));
        for (var comment : due) {
            transaction.executeWithoutResult(_ -> erase(comment.circle(), comment.id()));
        }
        return due.size() == 200;
    }

    private void erase(CircleId circle, CommentId id) {
        db.sql("delete from comments.comment_history where circle_id = :circle and comment_id = :id")
                .with("circle", circle)
                .with("id", id)
                .run();
        db.sql("""
                update comments.comment
                   set erased = true, body = '', html = '', mentioned = '{}'
                 where circle_id = :circle and comment_id = :id and state = 'deleted'
                """).with("circle", circle).with("id", id).run();
        holdings.release(circle, id.holder());
    }
}
