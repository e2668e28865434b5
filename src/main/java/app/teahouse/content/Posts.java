package app.teahouse.content;

import app.teahouse.guard.Guarded;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What other rooms may ask about posts, and tell them. */
@Component
public class Posts {
    private static final Duration STEADY = Duration.ofMinutes(1);

    private final Db db;

    Posts(Db db) {
        this.db = db;
    }

    /** A post in a line or two. */
    public record Brief(
            CircleId circle,
            PostId id,
            long number,
            @Nullable AccountId author,
            String title,
            String excerpt,
            Instant publishedAt,
            Guarded guarded) {
        public String name() {
            return title.isEmpty() ? shortened(excerpt) : title;
        }
    }

    /** The beginning of a post without a title, wherever it must be called something. */
    public static String shortened(String excerpt) {
        return excerpt.codePointCount(0, excerpt.length()) <= 40
                ? excerpt
                : excerpt.substring(0, excerpt.offsetByCodePoints(0, 39)) + "…";
    }

    /** What a post is called: its title, or how it begins, or its number where a reader may not know that. */
    public static String named(String title, String excerpt, @Nullable Long number) {
        if (!title.isEmpty()) {
            return title;
        }
        return excerpt.isEmpty() && number != null ? "#" + number : shortened(excerpt);
    }

    /** A post that can be seen by those who may read the circle. */
    public Optional<Brief> live(CircleId circle, long number) {
        return db.sql("""
                select p.circle_id, p.post_id, p.number, p.author_id, p.title, p.excerpt, p.published_at,
                """ + Guarded.FACTS + """
                  from content.post p
                 where p.circle_id = :circle and p.number = :number and p.state = 'live'
                """)
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> brief(row));
    }

    /** As {@link #live(CircleId, long)}, and homework that was handed in: who may read that, the guard knows. */
    public Optional<Brief> shown(CircleId circle, long number) {
        return db.sql("""
                select p.circle_id, p.post_id, p.number, p.author_id, p.title, p.excerpt, p.published_at,
                """ + Guarded.FACTS + """
                  from content.post p
                 where p.circle_id = :circle and p.number = :number and p.state in ('live', 'apart')
                """)
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> brief(row));
    }

    /** A live post by its id, for those who were told of it by an event. */
    public Optional<Brief> live(CircleId circle, PostId id) {
        return db.sql("""
                select p.circle_id, p.post_id, p.number, p.author_id, p.title, p.excerpt, p.published_at,
                """ + Guarded.FACTS + """
                  from content.post p
                 where circle_id = :circle and post_id = :id and state = 'live'
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> brief(row));
    }

    /** The newest posts of some circles, at most {@code each} of each; for front pages, so the circles must be few. */
    public List<Brief> newest(Collection<CircleId> circles, int each) {
        return db.sql("""
                select p.circle_id, p.post_id, p.number, p.author_id, p.title, p.excerpt, p.published_at,
                """ + Guarded.FACTS + """
                  from unnest(:circles) as c (circle_id)
                 cross join lateral (select x.circle_id, x.post_id, x.number, x.author_id, x.title, x.excerpt, x.published_at,
                                            x.locks, x.protection, x.preview, x.pinned_order, x.pinned_until
                                       from content.post x
                                      where x.circle_id = c.circle_id and x.state = 'live'
                                      order by x.number desc
                                      limit :each) p
                """)
                .withIds("circles", circles.stream().limit(50).toList())
                .with("each", each)
                .all((row, n) -> brief(row));
    }

    /** The newest posts that everybody may read, for the page that introduces a circle. */
    public List<Brief> previews(CircleId circle, int most) {
        return db.sql("""
                select p.circle_id, p.post_id, p.number, p.author_id, p.title, p.excerpt, p.published_at,
                """ + Guarded.FACTS + """
                  from content.post p
                 where circle_id = :circle and state = 'live' and preview
                 order by number desc
                 limit :most
                """)
                .with("circle", circle)
                .with("most", most)
                .all((row, n) -> brief(row));
    }

    private static Brief brief(ResultSet row) throws SQLException {
        var author = Db.maybeUuid(row, 4);
        return new Brief(
                new CircleId(Db.uuid(row, 1)),
                new PostId(Db.uuid(row, 2)),
                row.getLong(3),
                author == null ? null : new AccountId(author),
                row.getString(5),
                row.getString(6),
                Db.instant(row, 7),
                Guarded.read(row, 8));
    }

    /**
     * A comment is about to be written below a post: counts it and moves the post up, at most once a minute. The row stays locked
     * until the comment is written, so nobody deletes the post meanwhile.
     *
     * @param counts whether others will see the comment; else the post is locked only
     * @return the post, or nothing if it cannot be seen
     */
    public Optional<Brief> commented(CircleId circle, long number, boolean counts, Instant now) {
        return db.sql("""
                update content.post p
                   set comment_count = comment_count + :more,
                       active_at = case when :more > 0 and active_at < :steady then :now else active_at end
                 where circle_id = :circle and number = :number and state in ('live', 'apart')
                returning p.circle_id, p.post_id, p.number, p.author_id, p.title, p.excerpt, p.published_at,
                """ + Guarded.FACTS)
                .with("circle", circle)
                .with("number", number)
                .with("more", counts ? 1 : 0)
                .with("steady", now.minus(STEADY))
                .with("now", now)
                .maybe((row, n) -> brief(row));
    }

    /** Comments went out of sight, or came back. */
    public void countComments(CircleId circle, PostId post, int change) {
        db.sql(
                        "update content.post set comment_count = comment_count + :change where circle_id = :circle and post_id = :id")
                .with("circle", circle)
                .with("id", post)
                .with("change", change)
                .run();
    }
}
