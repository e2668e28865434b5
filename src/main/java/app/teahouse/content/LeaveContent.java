package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.drafts.Drafts;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.members.CirclesOf;
import app.teahouse.tags.Tags;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The posts of somebody who deletes their account: they stay as a former member's, or their words go at once and for good. */
@Component
@Order(-4)
class LeaveContent implements Leaving, OwnData {
    private static final int STEP = 100;

    private final Db db;
    private final Tags tags;
    private final Pulse pulse;
    private final Drafts drafts;
    private final Bylines bylines;
    private final Holdings holdings;
    private final TransactionTemplate transaction;
    private final Findable findable;
    private final CirclesOf circlesOf;

    LeaveContent(
            Db db,
            Tags tags,
            Pulse pulse,
            Drafts drafts,
            Bylines bylines,
            Holdings holdings,
            TransactionTemplate transaction,
            Findable findable,
            CirclesOf circlesOf) {
        this.db = db;
        this.tags = tags;
        this.pulse = pulse;
        this.drafts = drafts;
        this.bylines = bylines;
        this.holdings = holdings;
        this.transaction = transaction;
        this.findable = findable;
        this.circlesOf = circlesOf;
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        drafts.forgetAll(account);
        circlesOf.all(account).forEach(circle -> bylines.leave(circle, account));
        for (var circle : circlesOf.all(account)) {
            var posts = posts(circle, account, wordsGo);
            for (var post : posts) {
                transaction.executeWithoutResult(_ -> erase(circle, post, account, now));
            }
            if (!posts.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private record Row(PostId id, boolean live) {}

    /** What has no number yet was read by nobody but staff: it goes in either case. */
    private List<Row> posts(CircleId circle, AccountId author, boolean all) {
        return db.sql("""
                select post_id, state = 'live'
                  from content.post
                 where circle_id = :circle and author_id = :author and not erased and (:all or number is null)
                 order by post_id desc
                 limit :most
                """)
                .with("all", all)
                .with("circle", circle)
                .with("author", author)
                .with("most", STEP)
                .all((row, n) -> new Row(new PostId(Db.uuid(row, 1)), row.getBoolean(2)));
    }

    private void erase(CircleId circle, Row post, AccountId author, Instant now) {
        db.sql("delete from content.post_history where circle_id = :circle and post_id = :id")
                .with("circle", circle)
                .with("id", post.id())
                .run();
        var gone = db.sql("""
                update content.post
                   set state = 'deleted', erased = true, title = '', body = '', html = '', excerpt = '', pictures = '{}',
                       picture_count = 0, mentioned = '{}', pinned_order = null, pinned_until = null,
                       deleted_at = coalesce(deleted_at, :now), deleted_by = coalesce(deleted_by, :author)
                 where circle_id = :circle and post_id = :id and not erased
                """)
                .with("circle", circle)
                .with("id", post.id())
                .with("author", author)
                .with("now", now)
                .run();
        holdings.release(circle, post.id().holder());
        if (gone == 1 && post.live()) {
            tags.unshown(circle, post.id());
            findable.post(circle, post.id());
            pulse.countPosts(circle, -1);
        }
    }

    private record Draft(String title, String text, Instant savedAt) {}

    private record Mine(
            UUID id,
            @Nullable Long number,
            String title,
            String text,
            String state,
            Instant at,
            @Nullable Instant editedAt) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        for (var circle : circlesOf.all(account)) {
            archive.json("circles/" + circle.value() + "/drafts.json", drafts(circle, account));
            try (var file = archive.file("circles/" + circle.value() + "/posts.jsonl")) {
                var before = new UUID(-1, -1);
                var page = page(circle, account, before);
                while (!page.isEmpty()) {
                    for (var post : page) {
                        archive.line(file, post);
                    }
                    before = page.getLast().id();
                    page = page(circle, account, before);
                }
            }
        }
    }

    /** One for each post being edited and one for a new one, the newest first. */
    private List<Draft> drafts(CircleId circle, AccountId author) {
        return db.sql("""
                select title, body, saved_at
                  from drafts.draft
                 where account_id = :author and circle_id = :circle
                 order by saved_at desc
                 limit :most
                """)
                .with("circle", circle)
                .with("author", author)
                .with("most", STEP)
                .all((row, n) -> new Draft(row.getString(1), row.getString(2), Db.instant(row, 3)));
    }

    private List<Mine> page(CircleId circle, AccountId author, UUID before) {
        return db.sql("""
                select post_id, number, title, body, state, coalesce(published_at, created_at), edited_at
                  from content.post
                 where circle_id = :circle and author_id = :author and not erased and post_id < :before
                 order by post_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("author", author)
                .with("before", before)
                .with("most", STEP)
                .all((row, n) -> new Mine(
                        Db.uuid(row, 1),
                        row.getObject(2, Long.class),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Db.instant(row, 6),
                        Db.maybeInstant(row, 7)));
    }
}
