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

    /**
     * Takes a block of numbers for posts that nobody needs to hear of, and answers the first. The posts are counted as they are
     * kept, by {@link #countPosts}.
     */
    public long nextQuiet(CircleId circle, int many) {
        return db.sql("""
                update circles.pulse
                   set last_number = last_number + :many,
                       quiet = quiet || array[last_number + 1, last_number + :many]
                 where circle_id = :circle
                returning last_number - :many + 1
                """).with("circle", circle).with("many", (long) many).one(Long.class);
    }

    /** How many posts came after {@code seen}, without those that came quietly ({@code quiet}: pairs of first and last number). */
    public static long unread(long last, long seen, List<Long> quiet) {
        var unread = Math.max(0, last - seen);
        for (var i = 0; i + 1 < quiet.size(); i += 2) {
            unread -= Math.max(0, quiet.get(i + 1) - Math.max(quiet.get(i) - 1, seen));
        }
        return Math.max(0, unread);
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

    public record Beat(long lastNumber, List<Long> quiet, long members, long posts, Instant activeAt) {
        public long unreadAfter(long seen) {
            return unread(lastNumber, seen, quiet);
        }
    }

    public Map<CircleId, Beat> of(Collection<CircleId> circles) {
        record Row(CircleId circle, Beat beat) {}
        return db
                .sql("""
                select circle_id, last_number, quiet, member_count, post_count, active_at
                  from circles.pulse
                 where circle_id = any(:circles)
                """)
                .withIds("circles", circles)
                .all((row, n) -> new Row(
                        new CircleId(Db.uuid(row, 1)),
                        new Beat(
                                row.getLong(2),
                                Db.numbers(row, 3),
                                row.getLong(4),
                                row.getLong(5),
                                Db.instant(row, 6))))
                .stream()
                .collect(Collectors.toMap(Row::circle, Row::beat));
    }
}
