package app.teahouse.writings;

import app.teahouse.comments.CommentId;
import app.teahouse.content.Posts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody wrote in a circle. It is theirs, so it does not ask whether they are a member, nor what is open to them. */
@Component
class MyWords {
    private static final UUID NEWEST = new UUID(-1, -1);

    private final Db db;

    MyWords(Db db) {
        this.db = db;
    }

    Cursor<OwnPost> posts(CircleId circle, AccountId author, @Nullable Long before, int size) {
        var posts = db.sql("""
                select number, title, excerpt, published_at
                  from content.post
                 where circle_id = :circle and author_id = :author and state = 'live' and number < :before
                 order by number desc
                 limit :most
                """)
                .with("circle", circle)
                .with("author", author)
                .with("before", before == null ? Long.MAX_VALUE : before)
                .with("most", size + 1)
                .all((row, n) -> new OwnPost(row.getLong(1), row.getString(2), row.getString(3), Db.instant(row, 4)));
        return Cursor.of(posts, size, post -> Long.toString(post.number()));
    }

    /** @throws Refusal {@code post.unknown} for who did not write it */
    OwnWords post(CircleId circle, AccountId author, long number) {
        return db.sql("""
                select title, excerpt, html, published_at
                  from content.post
                 where circle_id = :circle and number = :number and author_id = :author and state = 'live'
                """)
                .with("circle", circle)
                .with("author", author)
                .with("number", number)
                .maybe((row, n) -> new OwnWords(
                        number,
                        Posts.named(row.getString(1), row.getString(2), number),
                        !row.getString(1).isEmpty(),
                        row.getString(3),
                        Db.instant(row, 4)))
                .orElseThrow(() -> Refusal.notFound("post.unknown"));
    }

    Cursor<OwnComment> comments(CircleId circle, AccountId author, @Nullable String before, int size) {
        var comments = db.sql("""
                select c.comment_id, p.number, c.html, c.made_at
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id and p.number is not null
                 where c.circle_id = :circle and c.author_id = :author and c.state = 'live' and c.comment_id < :before
                 order by c.comment_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("author", author)
                .with("before", before == null ? NEWEST : Ids.parse(before))
                .with("most", size + 1)
                .all((row, n) -> new OwnComment(
                        new CommentId(Db.uuid(row, 1)), row.getLong(2), row.getString(3), Db.instant(row, 4)));
        return Cursor.of(comments, size, comment -> Ids.text(comment.id()));
    }
}
