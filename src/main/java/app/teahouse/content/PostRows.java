package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Finds and locks the post that an operation is about. Whatever that is, it may be found otherwise afterwards. */
@Component
public class PostRows {
    private final Db db;
    private final Findable findable;

    PostRows(Db db, Findable findable) {
        this.db = db;
        this.findable = findable;
    }

    /** Locks the row, so that what is decided about the post still holds when it is written. */
    public Post lock(CircleId circle, PostKey key) {
        var found = db.sql("""
                select post_id, number, author_id, title, excerpt, edits, state, publish_at, hidden_why, deleted_at, deleted_by,
                       hidden_at is not null, erased, kind, held_at is not null
                  from content.post
                 where circle_id = :circle
                """)
                .and(key.number() != null, "and number = :number")
                .and(key.number() == null, "and post_id = :id")
                .and(true, "for no key update")
                .with("circle", circle)
                .with("number", key.number())
                .with("id", key.id())
                .maybe((row, n) -> row(circle, row))
                .orElseThrow(() -> Refusal.notFound("post.unknown"));
        findable.post(circle, found.facts().id());
        return found;
    }

    private Post row(CircleId circle, ResultSet row) throws SQLException {
        var author = Db.maybeUuid(row, 3);
        var facts = new Post.Facts(
                circle,
                new PostId(Db.uuid(row, 1)),
                row.getObject(2, Long.class),
                author == null ? null : new AccountId(author),
                author == null ? null : role(circle, new AccountId(author)),
                row.getString(4),
                row.getString(5),
                row.getInt(6),
                Db.constant(Post.Kind.class, row.getString(14)));
        return switch (row.getString(7)) {
            case "scheduled" -> new Post.Scheduled(facts, Db.instant(row, 8));
            case "live" -> new Post.Live(facts);
            case "held" -> new Post.Held(facts, Db.maybeInstant(row, 8));
            case "apart" -> new Post.Apart(facts);
            case "hidden" -> new Post.Hidden(facts, Objects.requireNonNull(row.getString(9)));
            default ->
                new Post.Deleted(
                        facts,
                        Db.instant(row, 10),
                        new AccountId(Db.uuid(row, 11)),
                        row.getBoolean(12),
                        row.getBoolean(15),
                        row.getBoolean(13));
        };
    }

    /** The author's role now; who left has none to protect. */
    private Role role(CircleId circle, AccountId author) {
        return db.sql("""
                select role
                  from members.membership
                 where circle_id = :circle and account_id = :author and state = 'active'
                """)
                .with("circle", circle)
                .with("author", author)
                .maybe((row, n) -> Db.constant(Role.class, row.getString(1)))
                .orElse(Role.MEMBER);
    }
}
