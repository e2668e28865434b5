package app.teahouse.syndication;

import app.teahouse.content.PostId;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.roster.Author;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;

/** The newest posts of a circle for a feed, and the numbers of those that everybody may read. */
@Component
class Entries {
    private static final int MOST = 30;

    private final Db db;
    private final Guard guard;

    Entries(Db db, Guard guard) {
        this.db = db;
        this.guard = guard;
    }

    /** All posts where the circle is read in public, else those that are free previews; whoever asks gets what a stranger gets. */
    List<Entry> forEverybody(Onlooker onlooker) {
        var reader = Reader.stranger(onlooker.face());
        return onlooker.face().publicReading() ? all(reader) : previews(reader);
    }

    List<Entry> forMember(Member member) {
        return all(Reader.of(member));
    }

    private List<Entry> all(Reader reader) {
        return entries(reader, db.sql("""
                select p.post_id, p.number, p.title, p.excerpt, p.html, p.published_at, p.edited_at,
                       p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state,
                """ + Guarded.FACTS + """
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live'
                 order by p.number desc
                 limit :most
                """));
    }

    private List<Entry> previews(Reader reader) {
        return entries(reader, db.sql("""
                select p.post_id, p.number, p.title, p.excerpt, p.html, p.published_at, p.edited_at,
                       p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state,
                """ + Guarded.FACTS + """
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.state = 'live' and p.preview
                 order by p.number desc
                 limit :most
                """));
    }

    /** Of these posts the newest. */
    List<Entry> some(Reader reader, Collection<PostId> posts, boolean previewsAlone) {
        return entries(
                reader,
                db.sql("""
                select p.post_id, p.number, p.title, p.excerpt, p.html, p.published_at, p.edited_at,
                       p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state,
                """ + Guarded.FACTS + """
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.post_id = any(:posts) and p.state = 'live' and (p.preview or not :previews)
                 order by p.number desc
                 limit :most
                """).withIds("posts", posts).with("previews", previewsAlone));
    }

    private List<Entry> entries(Reader reader, Db.Statement statement) {
        var found = statement
                .with("circle", reader.circle().id())
                .with("most", MOST)
                .all((row, n) -> new Found(entry(row), Guarded.read(row, 15)));
        var rulings = guard.of(reader, found.stream().map(Found::guarded).toList());
        return found.stream()
                .map(one -> rulings.of(one.guarded()).mayTake()
                        ? one.entry()
                        : one.entry().withoutWords())
                .toList();
    }

    private record Found(Entry entry, Guarded guarded) {}

    private static Entry entry(ResultSet row) throws SQLException {
        var published = Db.instant(row, 6);
        var edited = Db.maybeInstant(row, 7);
        return new Entry(
                "urn:uuid:" + Db.uuid(row, 1),
                row.getLong(2),
                row.getString(3),
                row.getString(4),
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
                .and(onlooker.face().publicReading(), "and (preview or locks = '{}')")
                .and(true, "order by number")
                .with("circle", onlooker.circle())
                .with("from", from)
                .with("to", to)
                .all((row, n) -> new Public(row.getLong(1), Db.instant(row, 2)));
    }
}
