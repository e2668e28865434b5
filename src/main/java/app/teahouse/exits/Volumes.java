package app.teahouse.exits;

import app.teahouse.content.Posts;
import app.teahouse.exits.Volume.Entry;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Id;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Words;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Reads what leaves together, and the posts in it, for a member who may read the circle. */
@Component
public class Volumes {
    private final Db db;
    private final Words words;

    private final Guard guard;

    Volumes(Db db, Words words, Guard guard) {
        this.db = db;
        this.words = words;
        this.guard = guard;
    }

    private record Cover(UUID value) implements Id {}

    /** @throws Refusal {@code column.unknown}, also for a draft */
    public Volume column(Member member, long number) {
        var bare = db.sql("""
                select column_id, name, promise, cover
                  from columns.series
                 where circle_id = :circle and number = :number and published_at is not null
                """)
                .with("circle", member.circle())
                .with("number", number)
                .maybe((row, n) -> {
                    var cover = Db.maybeUuid(row, 4);
                    return new Volume(
                            Db.uuid(row, 1),
                            "/columns/" + number,
                            row.getString(2),
                            row.getString(3),
                            cover == null ? null : Ids.text(new Cover(cover)),
                            List.of(),
                            0);
                })
                .orElseThrow(() -> Refusal.notFound("column.unknown"));
        return filled(bare, member, columnRows(member.circle(), bare.id()));
    }

    /** The highlights of the circle, the oldest first, as one reads a book. */
    public Volume highlights(Member member) {
        var name = member.face().name();
        var language = Words.nearest(member.face().language());
        var id = UUID.nameUUIDFromBytes(("highlights " + member.circle().value()).getBytes(StandardCharsets.UTF_8));
        var title = words.say(language, "exits.highlights", "circle", name);
        var bare = new Volume(id, "/highlights", title, member.face().promise(), null, List.of(), 0);
        return filled(bare, member, highlightRows(member.circle()));
    }

    private record Row(long number, String title, String excerpt, int pictures, String section, Guarded post) {
        static Row of(ResultSet row) throws SQLException {
            var section = row.getString(5);
            return new Row(
                    row.getLong(1),
                    row.getString(2),
                    row.getString(3),
                    row.getInt(4),
                    section == null ? "" : section,
                    Guarded.read(row, 6));
        }

        Entry entry(boolean mayTake) {
            return new Entry(number, name(number, title, excerpt, mayTake), section);
        }
    }

    /** The first words of a post that may not leave are no name for it. */
    private static String name(long number, String title, String excerpt, boolean mayTake) {
        if (!title.isEmpty()) {
            return title;
        }
        return mayTake ? Posts.shortened(excerpt) : "#" + number;
    }

    private Volume filled(Volume bare, Member member, List<Row> rows) {
        var rulings = guard.of(Reader.of(member), rows.stream().map(Row::post).toList());
        return new Volume(
                bare.id(),
                bare.path(),
                bare.title(),
                bare.promise(),
                bare.cover(),
                rows.stream()
                        .map(row -> row.entry(rulings.of(row.post()).mayTake()))
                        .toList(),
                rows.stream().mapToInt(Row::pictures).sum());
    }

    private List<Row> columnRows(CircleId circle, UUID column) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.picture_count, s.name,
                """ + Guarded.FACTS + """
                  from columns.item i
                  join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                  left join columns.section s
                    on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                 where i.circle_id = :circle and i.column_id = :column
                 order by s.position nulls first, i.position, i.post_id
                 limit :most
                """)
                .with("circle", circle)
                .with("column", column)
                .with("most", Volume.MOST)
                .all((row, n) -> Row.of(row));
    }

    private List<Row> highlightRows(CircleId circle) {
        return db.sql("""
                select p.number, p.title, p.excerpt, p.picture_count, null::text,
                """ + Guarded.FACTS + """
                  from content.post p
                 where p.circle_id = :circle and p.state = 'live' and p.highlighted_at is not null
                 order by p.number desc
                 limit :most
                """)
                .with("circle", circle)
                .with("most", Volume.MOST)
                .all((row, n) -> Row.of(row))
                .reversed();
    }

    private record Text(Chapter chapter, String title, String excerpt, Guarded post) {
        Chapter guarded(boolean mayTake) {
            return new Chapter(
                    chapter.number(),
                    name(chapter.number(), title, excerpt, mayTake),
                    mayTake ? chapter.html() : null,
                    chapter.author(),
                    chapter.publishedAt());
        }
    }

    /**
     * Those of the posts that are still there, in the order of their numbers. Of what is closed to the reader, or may not be
     * carried away, there are no words.
     */
    public List<Chapter> chapters(Member member, Collection<Long> numbers) {
        var texts = db.sql("""
                select p.number, p.title, p.excerpt, p.html, p.published_at, coalesce(m.alias, p.byline, ''),
                """ + Guarded.FACTS + """
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.number = any(:numbers) and p.state = 'live'
                 order by p.number
                """)
                .with("circle", member.circle())
                .withNumbers("numbers", numbers)
                .all((row, n) -> new Text(
                        new Chapter(row.getLong(1), "", row.getString(4), row.getString(6), Db.instant(row, 5)),
                        row.getString(2),
                        row.getString(3),
                        Guarded.read(row, 7)));
        var rulings = guard.of(Reader.of(member), texts.stream().map(Text::post).toList());
        return texts.stream()
                .map(text -> text.guarded(rulings.of(text.post()).mayTake()))
                .toList();
    }
}
