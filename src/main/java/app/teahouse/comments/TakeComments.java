package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.content.PostLocks;
import app.teahouse.content.Posts;
import app.teahouse.content.TakePosts.Sweep;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Findable;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Takes the comments of a removed member out of sight, a few at a time, and brings back exactly what was taken; as posts are. */
@Component
public class TakeComments {
    private final Db db;
    private final PostLocks postLocks;
    private final Posts posts;
    private final Findable findable;

    TakeComments(Db db, PostLocks postLocks, Posts posts, Findable findable) {
        this.db = db;
        this.postLocks = postLocks;
        this.posts = posts;
        this.findable = findable;
    }

    public int count(CircleId circle, AccountId author, boolean delete) {
        return db.sql("""
                select count(*)::int
                  from comments.comment
                 where circle_id = :circle and author_id = :author and (state = 'live' or :delete and state = 'hidden')
                """)
                .with("circle", circle)
                .with("author", author)
                .with("delete", delete)
                .one(Integer.class);
    }

    private record Row(CommentId id, PostId post, boolean live) {}

    /** @return what was taken; nothing where nothing is left to take */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<CommentId> take(Sweep sweep, int most) {
        var next = db.sql("""
                select comment_id, post_id, state = 'live'
                  from comments.comment
                 where circle_id = :circle and author_id = :author and comment_id < :before
                   and (state = 'live' or :delete and state = 'hidden')
                 order by comment_id
                 limit :most
                """)
                .with("circle", sweep.circle())
                .with("author", sweep.author())
                .with("before", sweep.before())
                .with("delete", sweep.delete())
                .with("most", most)
                .all((row, n) ->
                        new Row(new CommentId(Db.uuid(row, 1)), new PostId(Db.uuid(row, 2)), row.getBoolean(3)));
        if (next.isEmpty()) {
            return List.of();
        }
        // As everywhere: their posts first, in one order; what changed meanwhile is read again.
        postLocks.hold(sweep.circle(), next.stream().map(Row::post).toList());
        var found = still(sweep, next);
        var ids = found.stream().map(Row::id).toList();
        if (sweep.delete()) {
            delete(sweep, ids);
        } else {
            hide(sweep, ids);
        }
        count(sweep, found.stream().filter(Row::live).toList(), -1);
        findable.changed(sweep.circle(), Findable.Kind.COMMENT, ids);
        return next.stream().map(Row::id).toList();
    }

    private List<Row> still(Sweep sweep, Collection<Row> asked) {
        return db.sql("""
                select comment_id, post_id, state = 'live'
                  from comments.comment
                 where circle_id = :circle and comment_id = any(:ids) and (state = 'live' or :delete and state = 'hidden')
                 order by comment_id
                   for no key update
                """)
                .with("circle", sweep.circle())
                .withIds("ids", asked.stream().map(Row::id).toList())
                .with("delete", sweep.delete())
                .all((row, n) ->
                        new Row(new CommentId(Db.uuid(row, 1)), new PostId(Db.uuid(row, 2)), row.getBoolean(3)));
    }

    private void hide(Sweep sweep, Collection<CommentId> ids) {
        db.sql("""
                update comments.comment
                   set state = 'hidden', hidden_at = :at, hidden_by = :by, hidden_why = :why
                 where circle_id = :circle and comment_id = any(:ids)
                """)
                .with("circle", sweep.circle())
                .withIds("ids", ids)
                .with("at", sweep.at())
                .with("by", sweep.by())
                .with("why", sweep.why())
                .run();
    }

    private void delete(Sweep sweep, Collection<CommentId> ids) {
        db.sql("""
                update comments.comment
                   set state = 'deleted', deleted_at = :at, deleted_by = :by
                 where circle_id = :circle and comment_id = any(:ids)
                """)
                .with("circle", sweep.circle())
                .withIds("ids", ids)
                .with("at", sweep.at())
                .with("by", sweep.by())
                .run();
    }

    /** Brings back those that are still as the sweep left them: what somebody has decided about since stays as decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Sweep sweep, Collection<CommentId> taken) {
        var stems = db.sql("select post_id from comments.comment where circle_id = :circle and comment_id = any(:ids)")
                .with("circle", sweep.circle())
                .withIds("ids", taken)
                .all((row, n) -> new PostId(Db.uuid(row, 1)));
        postLocks.hold(sweep.circle(), stems);
        var back = db.sql("""
                update comments.comment
                   set state = case when state = 'deleted' and hidden_at is not null then 'hidden' else 'live' end,
                       hidden_at = case when state = 'deleted' then hidden_at end,
                       hidden_by = case when state = 'deleted' then hidden_by end,
                       hidden_why = case when state = 'deleted' then hidden_why end,
                       deleted_at = null, deleted_by = null
                 where circle_id = :circle and comment_id = any(:ids)
                   and (state = 'hidden' and hidden_at = :at or state = 'deleted' and deleted_at = :at and not erased)
                returning comment_id, post_id, state = 'live'
                """)
                .with("circle", sweep.circle())
                .withIds("ids", taken)
                .with("at", sweep.at())
                .all((row, n) ->
                        new Row(new CommentId(Db.uuid(row, 1)), new PostId(Db.uuid(row, 2)), row.getBoolean(3)));
        count(sweep, back.stream().filter(Row::live).toList(), 1);
        findable.changed(
                sweep.circle(),
                Findable.Kind.COMMENT,
                back.stream().map(Row::id).toList());
    }

    private void count(Sweep sweep, List<Row> rows, int change) {
        var each = new TreeMap<String, Integer>();
        rows.forEach(row -> each.merge(row.post().value().toString(), change, Integer::sum));
        each.forEach((post, sum) -> posts.countComments(sweep.circle(), new PostId(UUID.fromString(post)), sum));
    }
}
