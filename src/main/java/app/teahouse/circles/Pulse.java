package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What moves in circles: the number of the newest post, the counts that pages show. One row a circle, a counter, so it is locked
 * last in every transaction.
 */
@Component
public class Pulse {
    private final Db db;

    Pulse(Db db) {
        this.db = db;
    }

    public void countMembers(CircleId circle, int change) {
        db.sql("update circles.pulse set member_count = member_count + :change where circle_id = :circle")
                .with("circle", circle)
                .with("change", change)
                .run();
    }

    /** Takes the next post number and marks the circle active. */
    public long nextPost(CircleId circle, Instant now) {
        return nextPosts(circle, 1, now);
    }

    /** Takes a block of post numbers and answers the first. */
    public long nextPosts(CircleId circle, int many, Instant activeAt) {
        return db.sql("""
                update circles.pulse
                   set last_number = last_number + :many, post_count = post_count + :many,
                       active_at = greatest(active_at, :at)
                 where circle_id = :circle
                returning last_number - :many + 1
                """)
                .with("circle", circle)
                .with("many", many)
                .with("at", activeAt)
                .one(Long.class);
    }

    /** A post went away, or came back. */
    public void countPosts(CircleId circle, int change) {
        db.sql("update circles.pulse set post_count = post_count + :change where circle_id = :circle")
                .with("circle", circle)
                .with("change", change)
                .run();
    }

    public Beat of(CircleId circle) {
        return Objects.requireNonNull(of(List.of(circle)).get(circle));
    }

    public record Beat(long lastNumber, long members, long posts, Instant activeAt) {}

    public Map<CircleId, Beat> of(Collection<CircleId> circles) {
        record Row(CircleId circle, Beat beat) {}
        return db
                .sql("""
                select circle_id, last_number, member_count, post_count, active_at
                  from circles.pulse
                 where circle_id = any(:circles)
                """)
                .withIds("circles", circles)
                .all((row, n) -> new Row(
                        new CircleId(Db.uuid(row, 1)),
                        new Beat(row.getLong(2), row.getLong(3), row.getLong(4), Db.instant(row, 5))))
                .stream()
                .collect(Collectors.toMap(Row::circle, Row::beat));
    }
}
