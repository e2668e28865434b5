package app.teahouse.columns;

import app.teahouse.content.PostId;
import app.teahouse.content.PostLocks;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Keeps posts marked that a published column may close to somebody, so that the guard asks {@link ColumnLock} about these alone. Called
 * after whatever changes what a column says of them, in its transaction.
 */
@Component
class Latches {
    static final String ROOM = "columns";

    private final Db db;
    private final PostLocks postLocks;

    Latches(Db db, PostLocks postLocks) {
        this.db = db;
        this.postLocks = postLocks;
    }

    /** The posts that stand in a column. */
    List<PostId> in(CircleId circle, ColumnId column) {
        return db.sql("select post_id from columns.item where circle_id = :circle and column_id = :column")
                .with("circle", circle)
                .with("column", column)
                .all((row, n) -> new PostId(Db.uuid(row, 1)));
    }

    private record Row(PostId post, boolean locked) {}

    /**
     * The posts are locked before it is asked what their columns say: of two columns that change at once, the second sees what the
     * first did, and does not open what the first has closed.
     */
    void set(CircleId circle, Collection<PostId> posts) {
        if (posts.isEmpty()) {
            return;
        }
        postLocks.hold(circle, posts);
        var locked = new ArrayList<PostId>();
        var free = new ArrayList<PostId>();
        db.sql("""
                select x.post_id,
                       exists (select 1
                                 from columns.item i
                                 join columns.series c on c.circle_id = i.circle_id and c.column_id = i.column_id
                                where i.circle_id = :circle and i.post_id = x.post_id and c.published_at is not null
                                  and (coalesce(i.opens, c.opens) <> 'at_once' or c.least_tier > 0))
                  from unnest(:posts) as x (post_id)
                """)
                .with("circle", circle)
                .withIds("posts", posts)
                .all((row, n) -> new Row(new PostId(Db.uuid(row, 1)), row.getBoolean(2)))
                .forEach(row -> (row.locked() ? locked : free).add(row.post()));
        postLocks.put(circle, ROOM, locked);
        postLocks.take(circle, ROOM, free);
    }
}
