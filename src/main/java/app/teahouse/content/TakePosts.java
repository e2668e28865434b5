package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import app.teahouse.tags.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes what a removed member posted out of sight, a few posts at a time, and brings back exactly what was taken. What rules hold and what
 * is scheduled is nobody's to read yet and stays as it is.
 */
@Component
public class TakePosts {
    private final Db db;
    private final Tags tags;
    private final Pulse pulse;
    private final Findable findable;
    private final Events events;
    private final Clock clock;

    TakePosts(Db db, Tags tags, Pulse pulse, Findable findable, Events events, Clock clock) {
        this.db = db;
        this.tags = tags;
        this.pulse = pulse;
        this.findable = findable;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One sweep through what somebody wrote.
     *
     * @param delete gone for good after thirty days; else hidden
     * @param at the moment of the sweep: by it what it took is known again
     * @param before what was written later is not part of it
     */
    public record Sweep(
            CircleId circle, AccountId author, boolean delete, AccountId by, String why, Instant at, UUID before) {}

    public int count(CircleId circle, AccountId author, boolean delete) {
        return db.sql("""
                select count(*)::int
                  from content.post
                 where circle_id = :circle and author_id = :author
                   and (state in ('live', 'apart') or :delete and state = 'hidden')
                """)
                .with("circle", circle)
                .with("author", author)
                .with("delete", delete)
                .one(Integer.class);
    }

    private record Row(
            PostId id,
            boolean live,
            boolean apart,
            @Nullable Long number,
            String title) {}

    private static Row read(ResultSet row) throws SQLException {
        return new Row(
                new PostId(Db.uuid(row, 1)),
                row.getBoolean(2),
                row.getBoolean(3),
                row.getObject(4, Long.class),
                row.getString(5));
    }

    /** @return what was taken; nothing where nothing is left to take */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<PostId> take(Sweep sweep, int most) {
        var found = db.sql("""
                select post_id, state = 'live', state = 'apart', number, title
                  from content.post
                 where circle_id = :circle and author_id = :author and post_id < :before
                   and (state in ('live', 'apart') or :delete and state = 'hidden')
                 order by post_id
                 limit :most
                   for no key update
                """)
                .with("circle", sweep.circle())
                .with("author", sweep.author())
                .with("before", sweep.before())
                .with("delete", sweep.delete())
                .with("most", most)
                .all((row, n) -> read(row));
        var ids = found.stream().map(Row::id).toList();
        if (ids.isEmpty()) {
            return ids;
        }
        if (sweep.delete()) {
            delete(sweep, ids);
        } else {
            hide(sweep, ids);
        }
        if (sweep.delete()) {
            tell(sweep, found, true);
        }
        var live = found.stream().filter(Row::live).toList();
        live.forEach(post -> tags.unshown(sweep.circle(), post.id()));
        findable.changed(sweep.circle(), Findable.Kind.POST, ids);
        pulse.countPosts(sweep.circle(), -live.size());
        return ids;
    }

    private void hide(Sweep sweep, Collection<PostId> ids) {
        db.sql("""
                update content.post
                   set state = 'hidden', hidden_at = :at, hidden_by = :by, hidden_why = :why, pinned_order = null, pinned_until = null
                 where circle_id = :circle and post_id = any(:ids)
                """)
                .with("circle", sweep.circle())
                .withIds("ids", ids)
                .with("at", sweep.at())
                .with("by", sweep.by())
                .with("why", sweep.why())
                .run();
    }

    private void delete(Sweep sweep, Collection<PostId> ids) {
        db.sql("""
                update content.post
                   set state = 'deleted', deleted_at = :at, deleted_by = :by, pinned_order = null, pinned_until = null
                 where circle_id = :circle and post_id = any(:ids)
                """)
                .with("circle", sweep.circle())
                .withIds("ids", ids)
                .with("at", sweep.at())
                .with("by", sweep.by())
                .run();
    }

    /** Brings back those that are still as the sweep left them: what somebody has decided about since stays as decided. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Sweep sweep, Collection<PostId> taken) {
        var found = db.sql("""
                select post_id, false, state = 'deleted' and kind = 'homework' and hidden_at is null, number, title
                  from content.post
                 where circle_id = :circle and post_id = any(:ids)
                   and (state = 'hidden' and hidden_at = :at or state = 'deleted' and deleted_at = :at and not erased)
                 order by post_id
                   for no key update
                """)
                .with("circle", sweep.circle())
                .withIds("ids", taken)
                .with("at", sweep.at())
                .all((row, n) -> read(row));
        if (found.isEmpty()) {
            return;
        }
        var ids = found.stream().map(Row::id).toList();
        var live = show(sweep, ids);
        var shown = found.stream().filter(post -> live.contains(post.id())).toList();
        shown.forEach(post -> tags.showing(sweep.circle(), post.id()));
        shown.forEach(post -> tags.shown(sweep.circle(), post.id(), Objects.requireNonNull(post.number())));
        tell(sweep, found, false);
        findable.changed(sweep.circle(), Findable.Kind.POST, ids);
        pulse.countPosts(sweep.circle(), shown.size());
    }

    /** Homework that is gone is handed in no more. */
    private void tell(Sweep sweep, List<Row> posts, boolean deleted) {
        posts.stream()
                .filter(Row::apart)
                .forEach(post -> events.publish(new PostDeleted(
                        sweep.circle(),
                        post.id(),
                        Objects.requireNonNull(post.number()),
                        sweep.author(),
                        post.title(),
                        sweep.by(),
                        deleted,
                        clock.instant())));
    }

    /** @return those that everybody reads again; what staff had hidden before is hidden again, and homework stands apart */
    private List<PostId> show(Sweep sweep, Collection<PostId> ids) {
        record Shown(PostId id, boolean live) {}
        return db
                .sql("""
                update content.post
                   set state = case when state = 'deleted' and hidden_at is not null then 'hidden'
                                    when kind = 'homework' then 'apart' else 'live' end,
                       hidden_at = case when state = 'deleted' then hidden_at end,
                       hidden_by = case when state = 'deleted' then hidden_by end,
                       hidden_why = case when state = 'deleted' then hidden_why end,
                       deleted_at = null, deleted_by = null
                 where circle_id = :circle and post_id = any(:ids)
                returning post_id, state
                """)
                .with("circle", sweep.circle())
                .withIds("ids", ids)
                .all((row, n) ->
                        new Shown(new PostId(Db.uuid(row, 1)), row.getString(2).equals("live")))
                .stream()
                .filter(Shown::live)
                .map(Shown::id)
                .toList();
    }
}
