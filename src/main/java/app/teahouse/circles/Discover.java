package app.teahouse.circles;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public directory: listed circles, the newest first. */
@Component
public class Discover {
    private final Db db;

    Discover(Db db) {
        this.db = db;
    }

    /** A circle as the directory shows it. */
    public record Listed(Face face, Circle.JoinMode joinMode, long members, long posts, Instant activeAt) {}

    /** @param before where the page before ended, or null */
    public Cursor<Listed> circles(@Nullable String before, int size) {
        var listed = db.sql("""
                select c.circle_id, c.slug, c.name, c.promise, c.colour, c.cover, c.language, c.zone, c.price, c.visibility,
                       c.join_mode, c.public_reading, c.teasers, c.rules_version, c.listing, c.state, c.delete_at, c.owner_id,
                       c.version, p.member_count, p.post_count, p.active_at
                  from circles.circle c
                  join circles.pulse p on p.circle_id = c.circle_id
                 where c.visibility = 'listed' and c.state = 'active' and c.listing = 'approved'
                   and c.circle_id < :before
                 order by c.circle_id desc
                 limit :size
                """)
                .with("before", before == null ? new UUID(-1, -1) : Ids.parse(before))
                .with("size", size + 1)
                .all((row, n) -> {
                    var circle = Circles.circle(row);
                    return new Listed(
                            circle.face(), circle.joinMode(), row.getLong(20), row.getLong(21), Db.instant(row, 22));
                });
        return Cursor.of(listed, size, circle -> Ids.text(circle.face().id()));
    }
}
