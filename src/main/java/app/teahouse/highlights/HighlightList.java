package app.teahouse.highlights;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.roster.Author;
import app.teahouse.tags.Tags;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The highlights of a circle, those picked last first. */
@Component
public class HighlightList {
    static final int SIZE = 20;

    /** How many are looked through for a tag at a time. */
    private static final int WINDOW = 500;

    private static final Id NOBODY = new PostId(new UUID(0, 0));

    private final Db db;
    private final Tags tags;
    private final Guard guard;

    HighlightList(Db db, Tags tags, Guard guard) {
        this.db = db;
        this.tags = tags;
        this.guard = guard;
    }

    /** A moment and a post: what was picked before it is on the next page. */
    record Place(Instant at, UUID post) {
        static Place of(@Nullable String text) {
            if (text == null) {
                return new Place(Instant.parse("9999-01-01T00:00:00Z"), new UUID(-1, -1));
            }
            var dash = text.indexOf('-');
            if (dash < 0 || !text.substring(0, dash).matches("\\d{1,18}")) {
                throw Refusal.invalid("before", "request.malformed");
            }
            return new Place(
                    Instant.EPOCH.plus(Long.parseLong(text.substring(0, dash)), ChronoUnit.MICROS),
                    Ids.parse(text.substring(dash + 1)));
        }

        static String text(Instant at, PostId post) {
            return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "-" + Ids.text(post);
        }
    }

    private record Found(HighlightView view, Guarded guarded) {}

    /** @param tag a name or synonym, or null for all */
    Cursor<HighlightView> read(Onlooker onlooker, @Nullable String tag, @Nullable String before) {
        var place = Place.of(before);
        var found = tag == null ? all(onlooker, place) : tagged(onlooker, tag, place);
        var page = Cursor.of(found, SIZE, row -> key(row.view()));
        var next = page.next() == null && tag != null && found.size() <= SIZE ? further(onlooker, place) : page.next();
        var rulings = guard.of(
                Reader.of(onlooker), page.items().stream().map(Found::guarded).toList());
        return new Cursor<>(
                page.items().stream()
                        .map(row -> row.view().as(rulings.of(row.guarded())))
                        .toList(),
                next);
    }

    private static String key(HighlightView view) {
        return Place.text(view.pickedAt(), view.id());
    }

    private List<Found> all(Onlooker onlooker, Place before) {
        return db.sql(COLUMNS + """
                  from content.post p
                """ + AROUND + """
                 where p.circle_id = :circle and p.state = 'live' and p.highlighted_at is not null
                   and (p.highlighted_at, p.post_id) < (:at, :post)
                 order by p.highlighted_at desc, p.post_id desc
                 limit 21
                """)
                .with("circle", onlooker.circle())
                .with("at", before.at())
                .with("post", before.post())
                .all((row, n) -> found(row));
    }

    /** Of a seldom tag the first five hundred are looked through; the reader may go further. */
    private List<Found> tagged(Onlooker onlooker, String name, Place before) {
        var tag = tags.named(onlooker.circle(), name)
                .map(found -> (Id) found.id())
                .orElse(NOBODY);
        return db.sql(COLUMNS + """
                  from (select *
                          from content.post w
                         where w.circle_id = :circle and w.state = 'live' and w.highlighted_at is not null
                           and (w.highlighted_at, w.post_id) < (:at, :post)
                         order by w.highlighted_at desc, w.post_id desc
                         limit 500) p
                """ + AROUND + """
                 where exists (select 1
                                 from tags.post_tag f
                                where f.circle_id = p.circle_id and f.post_id = p.post_id and f.tag_id = :tag)
                 order by p.highlighted_at desc, p.post_id desc
                 limit 21
                """)
                .with("circle", onlooker.circle())
                .with("at", before.at())
                .with("post", before.post())
                .with("tag", tag)
                .all((row, n) -> found(row));
    }

    /** Where to go on looking for a tag, or null where all were looked through. */
    private @Nullable String further(Onlooker onlooker, Place before) {
        return db.sql("""
                select highlighted_at, post_id
                  from content.post
                 where circle_id = :circle and state = 'live' and highlighted_at is not null
                   and (highlighted_at, post_id) < (:at, :post)
                 order by highlighted_at desc, post_id desc
                offset :window - 1
                 limit 1
                """)
                .with("circle", onlooker.circle())
                .with("at", before.at())
                .with("post", before.post())
                .with("window", WINDOW)
                .maybe((row, n) -> Place.text(Db.instant(row, 1), new PostId(Db.uuid(row, 2))))
                .orElse(null);
    }

    private static final String COLUMNS = """
            select p.post_id, p.number, p.title, p.excerpt, p.published_at, p.minutes,
                   array(select t.name
                           from tags.post_tag pt
                           join tags.tag t on t.circle_id = pt.circle_id and t.tag_id = pt.tag_id
                          where pt.circle_id = p.circle_id and pt.post_id = p.post_id
                          order by t.sort_key),
                   h.alias, p.highlight_why, p.highlighted_at,
                   p.author_id, p.byline, m.alias, m.picture, m.number, m.role, m.state,
            """ + Guarded.FACTS;

    private static final String AROUND = """
              left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
              left join members.membership h on h.circle_id = p.circle_id and h.account_id = p.highlighted_by
            """;

    private static Found found(ResultSet row) throws SQLException {
        var title = row.getString(3);
        var why = row.getString(9);
        return new Found(
                new HighlightView(
                        new PostId(Db.uuid(row, 1)),
                        row.getLong(2),
                        title,
                        Posts.named(title, row.getString(4), row.getLong(2)),
                        row.getString(4),
                        Author.read(row, 11),
                        Db.instant(row, 5),
                        row.getInt(6),
                        Db.texts(row, 7),
                        row.getString(8),
                        why == null ? "" : why,
                        Db.instant(row, 10),
                        Ruling.FREE),
                Guarded.read(row, 18));
    }
}
