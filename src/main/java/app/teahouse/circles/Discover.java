package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The public directory: listed circles, the newest first, all of them or those with some words. */
@Component
public class Discover {
    private static final int LOOKED_AT = 2000;
    private static final int MOST_WORDS = 8;

    private final Db db;

    Discover(Db db) {
        this.db = db;
    }

    /** A circle as the directory shows it. */
    public record Listed(Face face, Circle.JoinMode joinMode, long members, long posts, Instant activeAt) {}

    /** @param before where the page before ended, or null */
    public Cursor<Listed> circles(@Nullable String before, int size) {
        var listed =
                db.sql("""
                select c.circle_id, c.slug, c.name, c.promise, c.colour, c.cover, c.language, c.zone, c.price, c.visibility,
                       c.join_mode, c.public_reading, c.teasers, c.rules_version, c.listing, c.state, c.delete_at, c.owner_id,
                       c.version, c.protection, c.newcomer_days, c.newcomer_before, c.newcomer_since,
                       c.halted_at is not null, c.halt_until, c.halt_reason,
                       p.member_count, p.post_count, p.active_at
                  from circles.circle c
                  join circles.pulse p on p.circle_id = c.circle_id
                 where c.visibility = 'listed' and c.state = 'active' and c.listing = 'approved'
                   and c.circle_id < :before
                 order by c.circle_id desc
                 limit :size
                """).with("before", key(before)).with("size", size + 1).all((row, n) -> listed(row));
        return Cursor.of(listed, size, Discover::key);
    }

    /**
     * Those with all the words in their name or promise, however short: the next {@link #LOOKED_AT} are looked at, so a page
     * costs the same however many circles there are, and may be short or empty with more behind it.
     *
     * @param before where the page before ended, or null
     */
    public Cursor<Listed> search(String words, @Nullable String before, int size) {
        var found = db.sql("""
                select c.circle_id, c.slug, c.name, c.promise, c.colour, c.cover, c.language, c.zone, c.price, c.visibility,
                       c.join_mode, c.public_reading, c.teasers, c.rules_version, c.listing, c.state, c.delete_at, c.owner_id,
                       c.version, c.protection, c.newcomer_days, c.newcomer_before, c.newcomer_since,
                       c.halted_at is not null, c.halt_until, c.halt_reason,
                       p.member_count, p.post_count, p.active_at
                  from (select *
                          from circles.circle
                         where visibility = 'listed' and state = 'active' and listing = 'approved'
                           and circle_id < :before
                         order by circle_id desc
                         limit :most) c
                  join circles.pulse p on p.circle_id = c.circle_id
                 where (select bool_and(strpos(lower(normalize(c.name || ' ' || c.promise, nfkc)), word) > 0)
                          from unnest(:words) as word)
                 order by c.circle_id desc
                 limit :size
                """)
                .withTexts("words", words(words))
                .with("before", key(before))
                .with("most", LOOKED_AT)
                .with("size", size + 1)
                .all((row, n) -> listed(row));
        return found.size() > size
                ? Cursor.of(found, size, Discover::key)
                : new Cursor<>(found, lastLookedAt(before).orElse(null));
    }

    private static List<String> words(String typed) {
        return Arrays.stream(Folding.folded(typed.replace('\0', ' ')).split("\\s+"))
                .limit(MOST_WORDS)
                .toList();
    }

    /** Where the look ended, if it did not come to the end of all. */
    private Optional<String> lastLookedAt(@Nullable String before) {
        return db.sql("""
                select circle_id
                  from circles.circle
                 where visibility = 'listed' and state = 'active' and listing = 'approved'
                   and circle_id < :before
                 order by circle_id desc
                offset :most - 1
                 limit 1
                """)
                .with("before", key(before))
                .with("most", LOOKED_AT)
                .maybe((row, n) -> Ids.text(new CircleId(Db.uuid(row, 1))));
    }

    private static UUID key(@Nullable String before) {
        return before == null ? new UUID(-1, -1) : Ids.parse(before);
    }

    private static String key(Listed listed) {
        return Ids.text(listed.face().id());
    }

    private static Listed listed(ResultSet row) throws SQLException {
        var circle = Circles.circle(row);
        return new Listed(circle.face(), circle.joinMode(), row.getLong(27), row.getLong(28), Db.instant(row, 29));
    }
}
