package app.teahouse.syndication;

import app.teahouse.content.Posts;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.roster.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The newest posts of a circle for a feed, and the numbers of those that everybody may read. */
@Component
class Entries {
    private static final int MOST = 30;

    private final Db db;

    Entries(Db db) {
        this.db = db;
    }

    /** All posts where the circle is read in public, else those that are free previews. */
    List<Entry> forEverybody(Onlooker onlooker) {
        return onlooker.face().publicReading() ? all(onlooker.circle()) : previews(onlooker.circle());
    }

    List<Entry> forMember(Member member) {
        return all(member.circle());
    }

    private List<Entry> all(CircleId circle) {
        return db.sql("""
                select p.post_id, p.number, p.title, p.excerpt, p.html, p.published_at, p.edited_at,
                       p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live'
                 order by p.number desc
                 limit :most
                """).with("circle", circle).with("most", MOST).all((row, n) -> entry(row));
    }

    private List<Entry> previews(CircleId circle) {
        return db.sql("""
                select p.post_id, p.number, p.title, p.excerpt, p.html, p.published_at, p.edited_at,
                       p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live' and p.preview
                 order by p.number desc
                 limit :most
                """).with("circle", circle).with("most", MOST).all((row, n) -> entry(row));
    }

    private static Entry entry(ResultSet row) throws SQLException {
        var title = row.getString(3);
        var excerpt = row.getString(4);
        var published = Db.instant(row, 6);
        var edited = Db.maybeInstant(row, 7);
        return new Entry(
                "urn:uuid:" + Db.uuid(row, 1),
                row.getLong(2),
                title.isEmpty() ? Posts.shortened(excerpt) : title,
                excerpt,
                row.getString(5),
                Author.read(row, 8).name(),
                published,
                edited == null || edited.isBefore(published) ? published : edited);
    }

    /** A post that search engines may know. */
    record Public(long number, Instant changedAt) {}

    /** Those among the numbers after {@code from} up to {@code to} that everybody may read. */
    List<Public> between(Onlooker onlooker, long from, long to) {
        return db.sql("""
                select number, greatest(published_at, edited_at)
                  from content.post
                 where circle_id = :circle and state = 'live' and number > :from and number <= :to
                """)
                .and(!onlooker.face().publicReading(), "and preview")
                .and(true, "order by number")
                .with("circle", onlooker.circle())
                .with("from", from)
                .with("to", to)
                .all((row, n) -> new Public(row.getLong(1), Db.instant(row, 2)));
    }
}
