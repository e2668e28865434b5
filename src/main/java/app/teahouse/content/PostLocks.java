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
