package app.teahouse.guard;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the guard must know of a post. Whoever reads posts reads it along, so that the guard needs no statement of its own.
 *
 * @param publishedAt null while it waits for its moment
 * @param locks the names of the rooms that must be asked ({@link Lock#name})
 * @param protection what was chosen for this post; null for what its circle chose
 * @param preview whether everybody may read it
 * @param pinned whether it was ever pinned; {@code pinnedUntil} may be over
 */
public record Guarded(
        CircleId circle,
        PostRef post,
        @Nullable AccountId author,
        @Nullable Instant publishedAt,
        List<String> locks,
        @Nullable Boolean protection,
        boolean preview,
        boolean pinned,
        @Nullable Instant pinnedUntil) {

    /** How many columns {@link #FACTS} has. */
    public static final int MANY = 9;

    /** For a statement in which the post is called {@code p}. */
    public static final String FACTS = """
             p.circle_id, p.post_id, p.author_id, p.published_at, p.locks, p.protection, p.preview, p.pinned_order is not null, p.pinned_until
            """;

    /** A post's id, as rooms below content name it. */
    public record PostRef(UUID value) implements Id {}

    /** Reads {@link #FACTS}, from this column on. */
    public static Guarded read(ResultSet row, int from) throws SQLException {
        var author = Db.maybeUuid(row, from + 2);
        return new Guarded(
                new CircleId(Db.uuid(row, from)),
                new PostRef(Db.uuid(row, from + 1)),
                author == null ? null : new AccountId(author),
                Db.maybeInstant(row, from + 3),
                Db.texts(row, from + 4),
                row.getObject(from + 5, Boolean.class),
                row.getBoolean(from + 6),
                row.getBoolean(from + 7),
                Db.maybeInstant(row, from + 8));
    }

    boolean isPinned(Instant now) {
        return pinned && (pinnedUntil == null || pinnedUntil.isAfter(now));
    }

    boolean isBefore(Instant moment) {
        return publishedAt != null && publishedAt.isBefore(moment);
    }
}
