package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.stereotype.Component;

/** Finds and locks the comment that an operation is about. Whatever that is, it may be found otherwise afterwards. */
@Component
class CommentRows {
    private final Db db;
    private final Findable findable;

    CommentRows(Db db, Findable findable) {
        this.db = db;
        this.findable = findable;
    }

    /**
     * Locks its post and then the comment, in the order in which comments are written, so that what is decided still holds when it
     * is written and nobody waits for each other. The post's counter changes with it.
     */
    Comment lock(CircleId circle, CommentId id) {
        var post = db.sql("select post_id from comments.comment where circle_id = :circle and comment_id = :id")
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> new PostId(Db.uuid(row, 1)))
                .orElseThrow(() -> Refusal.notFound("comment.unknown"));
        db.sql("select 1 from content.post where circle_id = :circle and post_id = :post for no key update")
                .with("circle", circle)
                .with("post", post)
                .exists();
        findable.comment(circle, id);
        return db.sql("""
                select c.post_id, p.number, c.author_id, c.body, c.edits, c.state, c.deleted_at, c.deleted_by,
                       c.hidden_at is not null, c.erased, coalesce(m.role, 'member'), c.held_at is not null
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                  left join members.membership m
                    on m.circle_id = c.circle_id and m.account_id = c.author_id and m.state = 'active'
                 where c.circle_id = :circle and c.comment_id = :id
                   for no key update of c
                """).with("circle", circle).with("id", id).one((row, n) -> comment(circle, id, row));
    }

    private static Comment comment(CircleId circle, CommentId id, ResultSet row) throws SQLException {
        var facts = new Comment.Facts(
                circle,
                id,
                new PostId(Db.uuid(row, 1)),
                row.getLong(2),
                new AccountId(Db.uuid(row, 3)),
                Db.constant(Role.class, row.getString(11)),
                row.getString(4),
                row.getInt(5));
        return switch (row.getString(6)) {
            case "live" -> new Comment.Live(facts);
            case "held" -> new Comment.Held(facts);
            case "hidden" -> new Comment.Hidden(facts, row.getBoolean(12));
            default ->
                new Comment.Deleted(
                        facts,
                        Db.instant(row, 7),
                        new AccountId(Db.uuid(row, 8)),
                        row.getBoolean(9),
                        row.getBoolean(12),
                        row.getBoolean(10));
        };
    }
}
