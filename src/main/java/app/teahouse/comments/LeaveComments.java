package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.members.CirclesOf;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The comments of somebody who deletes their account: they stay as a former member's, or their words go at once and for good. */
@Component
@Order(-4)
class LeaveComments implements Leaving, OwnData {
    private static final int STEP = 100;

    private final Db db;
    private final Posts posts;
    private final Holdings holdings;
    private final TransactionTemplate transaction;
    private final Findable findable;
    private final CirclesOf circlesOf;

    LeaveComments(
            Db db,
            Posts posts,
            Holdings holdings,
            TransactionTemplate transaction,
            Findable findable,
            CirclesOf circlesOf) {
        this.db = db;
        this.posts = posts;
        this.holdings = holdings;
        this.transaction = transaction;
        this.findable = findable;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        if (!wordsGo) {
            return false;
        }
        for (var circle : circlesOf.all(account)) {
            var comments = comments(circle, account);
            for (var comment : comments) {
                transaction.executeWithoutResult(_ -> erase(circle, comment, account, now));
            }
            if (!comments.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private record Row(CommentId id, PostId post, boolean live) {}

    private List<Row> comments(CircleId circle, AccountId author) {
        return db.sql("""
                select comment_id, post_id, state = 'live'
                  from comments.comment
                 where circle_id = :circle and author_id = :author and not erased
                 order by comment_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("author", author)
                .with("most", STEP)
                .all((row, n) ->
                        new Row(new CommentId(Db.uuid(row, 1)), new PostId(Db.uuid(row, 2)), row.getBoolean(3)));
    }

    private void erase(CircleId circle, Row comment, AccountId author, Instant now) {
        db.sql("delete from comments.comment_history where circle_id = :circle and comment_id = :id")
                .with("circle", circle)
                .with("id", comment.id())
                .run();
        if (comment.live()) {
            posts.countComments(circle, comment.post(), -1);
        }
        db.sql("""
                update comments.comment
                   set state = 'deleted', erased = true, body = '', html = '', mentioned = '{}',
                       deleted_at = coalesce(deleted_at, :now), deleted_by = coalesce(deleted_by, :author)
                 where circle_id = :circle and comment_id = :id
                """)
                .with("circle", circle)
                .with("id", comment.id())
                .with("author", author)
                .with("now", now)
                .run();
        findable.comment(circle, comment.id());
        holdings.release(circle, comment.id().holder());
    }

    private record Mine(UUID id, long post, String text, String state, Instant at) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        for (var circle : circlesOf.all(account)) {
            try (var file = archive.file("circles/" + circle.value() + "/comments.jsonl")) {
                var page = page(circle, account, new UUID(-1, -1));
                while (!page.isEmpty()) {
                    for (var comment : page) {
                        archive.line(file, comment);
                    }
                    page = page(circle, account, page.getLast().id());
                }
            }
        }
    }

    private List<Mine> page(CircleId circle, AccountId author, UUID before) {
        return db.sql("""
                select c.comment_id, coalesce(p.number, 0), c.body, c.state, c.made_at
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                 where c.circle_id = :circle and c.author_id = :author and not c.erased and c.comment_id < :before
                 order by c.comment_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("author", author)
                .with("before", before)
                .with("most", STEP)
                .all((row, n) -> new Mine(
                        Db.uuid(row, 1), row.getLong(2), row.getString(3), row.getString(4), Db.instant(row, 5)));
    }
}
