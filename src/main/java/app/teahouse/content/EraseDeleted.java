package app.teahouse.content;

import app.teahouse.drafts.Drafts;
import app.teahouse.files.Holdings;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** After thirty days the words of deleted posts, and drafts nobody came back to for a year, are really gone. */
@Component
class EraseDeleted implements Job {
    private static final Duration OLD_DRAFT = Duration.ofDays(365);

    private final Db db;
    private final Drafts drafts;
    private final Holdings holdings;
    private final TransactionTemplate transaction;

    EraseDeleted(Db db, Drafts drafts, Holdings holdings, TransactionTemplate transaction) {
        this.db = db;
        this.drafts = drafts;
        this.holdings = holdings;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "content.erase-deleted";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean step(Instant now) {
        record Due(CircleId circle, PostId id) {}
        var due = db.sql("""
                select circle_id, post_id
                  from content.post
                 where state = 'deleted' and not erased and deleted_at < :before
                 order by deleted_at, post_id
                 limit 200
                """)
                .with("before", now.minus(Post.TIME_TO_UNDO))
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new PostId(Db.uuid(row, 2))));
        for (var post : due) {
            transaction.executeWithoutResult(_ -> erase(post.circle(), post.id()));
        }
        drafts.forgetBefore(now.minus(OLD_DRAFT));
        return due.size() == 200;
    }

    /** The row stays as the stem of its comments; nothing of what was written does. */
    private void erase(CircleId circle, PostId id) {
        db.sql("delete from content.post_history where circle_id = :circle and post_id = :id")
                .with("circle", circle)
                .with("id", id)
                .run();
        db.sql("""
                update content.post
                   set erased = true, title = '', body = '', html = '', excerpt = '', pictures = '{}', picture_count = 0,
                       mentioned = '{}'
                 where circle_id = :circle and post_id = :id and state = 'deleted'
                """).with("circle", circle).with("id", id).run();
        holdings.release(circle, id.holder());
    }
}
