package app.teahouse.columns;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.content.Posts;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.guard.Ruling;
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
    private final Guard guard;
    private final Tiers tiers;

    ColumnSheet(Db db, Circles circles, Guard guard, Tiers tiers) {
        this.db = db;
        this.circles = circles;
        this.guard = guard;
        this.tiers = tiers;
    }

    /**
     * As it is read. Whoever is outside gets to free previews, and sees other titles where the circle shows the beginnings of posts.
     *
     * @throws Refusal {@code column.unknown} for whoever may not know of it
     */
    ColumnView read(Onlooker onlooker, long number) {
        var head = head(onlooker, number);
        if (!head.face().published() && !head.face().editable()) {
            throw unknown();
        }
        return view(onlooker, head, false);
    }

    /** As it is arranged: with what cannot be seen just now. */
    ColumnView arrange(Onlooker onlooker, Member member, long number) {
        var head = head(onlooker, number);
        if (!head.face().editable()) {
            throw ColumnRows.refusal(member, head.face().published());
        }
        return view(onlooker, head, true);
    }

    private boolean seesTitles(Onlooker onlooker) {
        return onlooker.mayRead()
                || circles.byId(onlooker.circle()).map(Circle::teasers).orElse(false);
    }

    private static Refusal unknown() {
        return Refusal.notFound("column.unknown");
    }

    private record Head(
            ColumnFace face, Opening opening, @Nullable TierView tier) {}

    private Head head(Onlooker onlooker, long number) {
        return db.sql("""
                select column_id, number, name, promise, cover, course, published_at is not null, made_by,
                       opens, opens_on, opens_days, least_tier,
                       (select n.name
                          from plans.plan n
                         where n.circle_id = c.circle_id and n.state = 'on_sale' and n.tier >= c.least_tier
                         order by n.tier, n.number
                         limit 1)
                  from columns.series c
                 where circle_id = :circle and number = :number
                """)
                .with("circle", onlooker.circle())
                .with("number", number)
                .maybe((row, n) -> new Head(
                        ColumnFace.read(
                                row, onlooker.face().slug(), onlooker.member().orElse(null)),
                        Objects.requireNonNull(Opening.read(row, 9)),
                        tiers.view(onlooker.circle(), row.getInt(12), row.getString(13))))
                .orElseThrow(ColumnSheet::unknown);
    }

    private ColumnView view(Onlooker onlooker, Head head, boolean arranging) {
        var sections = sections(onlooker, head.face());
        var titles = seesTitles(onlooker);
        var rows = rows(onlooker, head.face());
        var reader = Reader.of(onlooker);
        var rulings = guard.of(
                reader, rows.stream().filter(Row::live).map(Row::guarded).toList());
        Instant last = null;
        var place = 0;
        for (var row : rows) {
            if (!row.live() && !arranging) {
                continue;
            }
            place++;
            last = later(last, row.doneAt());
            var section = Objects.requireNonNullElse(sections.get(row.section()), sections.get(null));
            var ruling = row.live() ? rulings.of(row.guarded()) : Ruling.FREE;
            Objects.requireNonNull(section).items().add(row.item(place, onlooker.mayRead(), titles, ruling));
        }
        var tier = head.tier();
        var reached = tier == null || reader.reaches(tier.least());
        return new ColumnView(head.face(), head.opening(), tier, reached, List.copyOf(sections.values()), last);
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
            String title,
            String excerpt,
            int minutes,
            boolean preview,
            @Nullable Instant doneAt,
            int part,
            boolean unread,
            boolean task,
            @Nullable Opening opening,
            Guarded guarded) {

        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    Db.maybeUuid(row, 1),
                    row.getLong(2),
                    row.getBoolean(3),
                    row.getString(4),
                    row.getString(5),
                    row.getInt(6),
                    row.getBoolean(7),
                    Db.maybeInstant(row, 8),
                    row.getInt(9),
                    row.getBoolean(10),
                    row.getBoolean(11),
                    Opening.read(row, 12),
                    Guarded.read(row, 15));
        }

        ItemView item(int place, boolean mayRead, boolean titles, Ruling ruling) {
            var open = live && ruling.isOpen() && (mayRead || preview);
            return new ItemView(
                    place,
                    number,
                    live && (titles || open) ? Posts.named(title, ruling.isOpen() ? excerpt : "", number) : null,
                    live ? minutes : 0,
                    open,
                    doneAt != null,
                    part,
                    open && unread,
                    live,
                    task,
                    preview,
                    ruling.closed(),
                    opening);
        }
    }

    private List<Row> rows(Onlooker onlooker, ColumnFace face) {
        return db.sql("""
                select i.section_id, p.number, p.state = 'live', p.title, p.excerpt, p.minutes, p.preview, d.done_at,
                       coalesce(o.part, 0), :reader <> :nobody and d.done_at is null and o.number is null and p.author_id is distinct from :reader,
                       p.kind = 'task', i.opens, i.opens_on, i.opens_days,
                """ + Guarded.FACTS + """
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
