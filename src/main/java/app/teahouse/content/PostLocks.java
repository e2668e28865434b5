package app.teahouse.content;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Notes on posts which rooms must be asked before their words are shown ({@link app.teahouse.guard.Lock}). */
@Component
public class PostLocks {
    private final Db db;

    PostLocks(Db db) {
        this.db = db;
    }

    /** Locks the posts, in one order, until the caller's transaction ends; so that what a room then decides of them still holds. */
    public void hold(CircleId circle, Collection<PostId> posts) {
        db.sql("""
                select 1
                  from content.post
                 where circle_id = :circle and post_id = any(:posts)
                 order by post_id
                   for no key update
                """).with("circle", circle).withIds("posts", posts).exists();
    }

    /** From now on this room is asked about these posts, as well as others that may be. */
    public void put(CircleId circle, String room, Collection<PostId> posts) {
        db.sql("""
                update content.post
                   set locks = array_append(locks, :room)
                 where circle_id = :circle and post_id = any(:posts) and not (:room = any(locks))
                """)
                .with("circle", circle)
                .with("room", room)
                .withIds("posts", posts)
                .run();
    }

    /** From now on this room has nothing to say about these posts. */
    public void take(CircleId circle, String room, Collection<PostId> posts) {
        db.sql("""
                update content.post
                   set locks = array_remove(locks, :room)
                 where circle_id = :circle and post_id = any(:posts) and :room = any(locks)
                """)
                .with("circle", circle)
                .with("room", room)
                .withIds("posts", posts)
                .run();
    }
}
