package app.teahouse.columns;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.content.Posts;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a column with its sections and posts, and decides how much of it this reader sees. */
@Component
class ColumnSheet {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;
    private final Circles circles;

    ColumnSheet(Db db, Circles circles) {
        this.db = db;
        this.circles = circles;
    }

    /**
     * As it is read. Whoever is outside sees titles where the circle shows the beginnings of posts, and gets to free previews.
     *
     * @throws Refusal {@code column.unknown} for whoever may not know of it
     */
    ColumnView read(Onlooker onlooker, long number) {
        mustSeeTitles(onlooker);
        var face = face(onlooker, number);
        if (!face.published() && !face.editable()) {
            throw unknown();
        }
        return view(onlooker, face, false);
    }

    /** As it is arranged: with what cannot be seen just now. */
    ColumnView arrange(Onlooker onlooker, Member member, long number) {
        var face = face(onlooker, number);
        if (!face.editable()) {
            throw ColumnRows.refusal(member, face.published());
        }
        return view(onlooker, face, true);
    }

    /** Somebody outside, where not even the beginnings of posts are shown, is told how to get in. */
    void mustSeeTitles(Onlooker onlooker) {
        if (!onlooker.mayRead()
                && !circles.byId(onlooker.circle()).map(Circle::teasers).orElse(false)) {
            throw onlooker.visitor().person().isEmpty()
                    ? Refusal.signInNeeded()
                    : Refusal.notAllowed("circle.members-only");
        }
    }

    private static Refusal unknown() {
        return Refusal.notFound("column.unknown");
    }

    private ColumnFace face(Onlooker onlooker, long number) {
        return db.sql("""
                select column_id, number, name, promise, cover, course, published_at is not null, made_by
                  from columns.series
                 where circle_id = :circle and number = :number
                """)
                .with("circle", onlooker.circle())
                .with("number", number)
                .maybe((row, n) -> ColumnFace.read(
                        row, onlooker.face().slug(), onlooker.member().orElse(null)))
                .orElseThrow(ColumnSheet::unknown);
    }

    private ColumnView view(Onlooker onlooker, ColumnFace face, boolean arranging) {
        var sections = sections(onlooker, face);
        Instant last = null;
        var place = 0;
        for (var row : rows(onlooker, face)) {
            if (!row.live() && !arranging) {
                continue;
            }
            place++;
            last = later(last, row.doneAt());
            var section = Objects.requireNonNullElse(sections.get(row.section()), sections.get(null));
            Objects.requireNonNull(section).items().add(row.item(place, onlooker.mayRead()));
        }
        return new ColumnView(face, List.copyOf(sections.values()), last);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** By id; under null, what stands before all sections. */
    private Map<@Nullable UUID, SectionView> sections(Onlooker onlooker, ColumnFace face) {
        var sections = new LinkedHashMap<@Nullable UUID, SectionView>();
        sections.put(null, new SectionView(null, "", new ArrayList<>()));
        db.sql("""
                select section_id, name
                  from columns.section
                 where circle_id = :circle and column_id = :column
                 order by position, section_id
                 limit 100
                """)
                .with("circle", onlooker.circle())
                .with("column", face.id())
                .all((row, n) -> new SectionView(new SectionId(Db.uuid(row, 1)), row.getString(2), new ArrayList<>()))
                .forEach(section ->
                        sections.put(Objects.requireNonNull(section.id()).value(), section));
        return sections;
    }

    private record Row(
            @Nullable UUID section,
            long number,
            boolean live,
            String name,
            int minutes,
            boolean preview,
            @Nullable Instant doneAt,
            int part,
            boolean unread,
            boolean task) {

        static Row of(ResultSet row) throws SQLException {
            var title = row.getString(4);
            return new Row(
                    Db.maybeUuid(row, 1),
                    row.getLong(2),
                    row.getBoolean(3),
                    title.isEmpty() ? Posts.shortened(row.getString(5)) : title,
                    row.getInt(6),
                    row.getBoolean(7),
                    Db.maybeInstant(row, 8),
                    row.getInt(9),
                    row.getBoolean(10),
                    row.getBoolean(11));
        }

        ItemView item(int place, boolean mayRead) {
            return new ItemView(
                    place,
                    number,
                    live ? name : null,
                    live ? minutes : 0,
                    live && (mayRead || preview),
                    doneAt != null,
                    part,
                    live && unread,
                    live,
                    task);
        }
    }

    private List<Row> rows(Onlooker onlooker, ColumnFace face) {
        return db.sql("""
                select i.section_id, p.number, p.state = 'live', p.title, p.excerpt, p.minutes, p.preview, d.done_at,
                       coalesce(o.part, 0), :reader <> :nobody and d.done_at is null and o.number is null and p.author_id is distinct from :reader,
                       p.kind = 'task'
                  from columns.item i
                  join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id
                  left join columns.section s
                    on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                  left join columns.done d
                    on d.circle_id = i.circle_id and d.account_id = :reader and d.post_id = i.post_id
                  left join reading.position o
                    on o.circle_id = i.circle_id and o.account_id = :reader and o.number = p.number
                 where i.circle_id = :circle and i.column_id = :column
                 order by s.position nulls first, i.position, i.post_id
                 limit 1000
                """)
                .with("circle", onlooker.circle())
                .with("column", face.id())
                .with("nobody", NOBODY)
                .with(
                        "reader",
                        onlooker.member()
                                .map(Member::account)
                                .map(AccountId::value)
                                .orElse(NOBODY))
                .all((row, n) -> Row.of(row));
    }
}
