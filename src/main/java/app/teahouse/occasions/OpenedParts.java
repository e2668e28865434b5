package app.teahouse.occasions;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.columns.Opening;
import app.teahouse.guard.Asked;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds what has opened to somebody in columns they have begun: by its day, by the part before it, or by the days they have been a member.
 * Of a column that nobody could begin yet, its first part counts too. What they have opened or done already does not count, nor what was open
 * when they began, or when the column or they themselves came.
 */
@Component
class OpenedParts {
    private static final Duration LONGEST = Duration.ofDays(30);

    private final Db db;
    private final Circles circles;
    private final Guard guard;

    OpenedParts(Db db, Circles circles, Guard guard) {
        this.db = db;
        this.circles = circles;
        this.guard = guard;
    }

    /** A column, as it is named in notices. */
    record Column(Face circle, long number, String name) {}

    /** When parts of columns opened to this reader, in the last thirty days. One statement where nothing opens by and by. */
    Map<Column, List<Instant>> of(AccountId reader, Collection<CircleId> in, Instant now) {
        var parts = parts(reader, in);
        if (parts.isEmpty()) {
            return Map.of();
        }
        var faces = circles.byIds(
                parts.stream().map(part -> part.post().circle()).distinct().toList());
        var opened = new LinkedHashMap<Part, Instant>();
        for (var part : parts) {
            var circle = faces.get(part.post().circle());
            var at = circle == null ? null : part.openedAt(reader, circle.face());
            if (at != null && at.isAfter(now.minus(LONGEST)) && !at.isAfter(now)) {
                opened.put(part, at);
            }
        }
        return readable(reader, faces, opened);
    }

    /** What is still closed by another room, or the newcomer window, is left out. */
    private Map<Column, List<Instant>> readable(
            AccountId reader, Map<CircleId, Circle> faces, Map<Part, Instant> opened) {
        var rulings = guard.of(opened.keySet().stream()
                .map(part -> new Asked(part.reader(reader, face(faces, part)), part.post()))
                .toList());
        return opened.entrySet().stream()
                .filter(one -> rulings.of(one.getKey().post()).isOpen())
                .collect(Collectors.groupingBy(
                        one -> new Column(
                                face(faces, one.getKey()),
                                one.getKey().column(),
                                one.getKey().name()),
                        LinkedHashMap::new,
                        Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static Face face(Map<CircleId, Circle> faces, Part part) {
        return Objects.requireNonNull(faces.get(part.post().circle())).face();
    }

    /**
     * One that its reader has neither opened nor done.
     *
     * @param beforeAt when they did the part before it, or null
     * @param begunAt when they began the column; before that, when both they and the column were there
     */
    private record Part(
            long column,
            String name,
            Role role,
            Instant joinedAt,
            int tier,
            @Nullable UUID madeBy,
            Opening opening,
            @Nullable Instant beforeAt,
            Instant begunAt,
            Guarded post) {

        static Part read(ResultSet row) throws SQLException {
            return new Part(
                    row.getLong(1),
                    row.getString(2),
                    Db.constant(Role.class, row.getString(3)),
                    Db.instant(row, 4),
                    row.getInt(5),
                    Db.maybeUuid(row, 6),
                    Objects.requireNonNull(Opening.read(row, 7)),
                    Db.maybeInstant(row, 10),
                    Db.instant(row, 11),
                    Guarded.read(row, 12));
        }

        Reader reader(AccountId account, Face circle) {
            return Reader.of(circle, account, role, joinedAt, tier);
        }

        /** Null where it is never closed to them, or was open when they began. */
        @Nullable
        Instant openedAt(AccountId account, Face circle) {
            if (reader(account, circle).seesAll() || account.value().equals(madeBy)) {
                return null;
            }
            if (opening instanceof Opening.AfterBefore) {
                return beforeAt == null ? null : dayAfter(beforeAt, circle.zone());
            }
            var at = opening.at(joinedAt, circle.zone());
            return at != null && at.isAfter(begunAt) ? at : null;
        }
    }

    /** Whoever has just done a part sees that the next one is open; it is told if it still lies there the day after. */
    private static Instant dayAfter(Instant at, ZoneId zone) {
        return LocalDate.ofInstant(at, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    private List<Part> parts(AccountId reader, Collection<CircleId> in) {
        return db.sql("""
                with dripping as (
                    select circle_id, column_id
                      from columns.series
                     where circle_id = any(:circles) and opens <> 'at_once' and published_at is not null
                     union
                    select circle_id, column_id
                      from columns.item
                     where circle_id = any(:circles) and opens <> 'at_once'),
                line as (
                    select c.circle_id, c.column_id, c.number as column_number, c.name, c.made_by, i.post_id, p.number,
                           coalesce(i.opens, c.opens) as opens,
                           case when i.opens is null then c.opens_on else i.opens_on end as opens_on,
                           case when i.opens is null then c.opens_days else i.opens_days end as opens_days,
                           lag(i.post_id) over w as before_id, row_number() over w as place, c.announced_at
                      from dripping d
                      join columns.series c
                        on c.circle_id = d.circle_id and c.column_id = d.column_id and c.published_at is not null
                      join columns.item i on i.circle_id = c.circle_id and i.column_id = c.column_id
                      join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                      left join columns.section s
                        on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                    window w as (partition by c.circle_id, c.column_id order by s.position nulls first, i.position, i.post_id)),
                known as (
                    select l.*, o.opened_at, n.done_at, b.done_at as before_at,
                           min(least(o.opened_at, n.done_at)) over (partition by l.circle_id, l.column_id) as begun_at
                      from line l
                      left join reading.position o
                        on o.circle_id = l.circle_id and o.account_id = :reader and o.number = l.number
                      left join columns.done n
                        on n.circle_id = l.circle_id and n.account_id = :reader and n.post_id = l.post_id
                      left join columns.done b
                        on b.circle_id = l.circle_id and b.account_id = :reader and b.post_id = l.before_id)
                select k.column_number, k.name, m.role, m.joined_at, m.tier, k.made_by, k.opens, k.opens_on, k.opens_days, k.before_at,
                       coalesce(k.begun_at, greatest(k.announced_at, m.joined_at)),
                """ + Guarded.FACTS + """
                  from known k
                  join members.membership m
                    on m.circle_id = k.circle_id and m.account_id = :reader and m.state = 'active'
                  join content.post p on p.circle_id = k.circle_id and p.post_id = k.post_id
                 where (k.begun_at is not null or k.place = 1) and k.opened_at is null and k.done_at is null and k.opens <> 'at_once'
                   and p.author_id is distinct from :reader
                 order by k.circle_id, k.column_number, k.post_id
                 limit 500
                """)
                .withIds("circles", in)
                .with("reader", reader)
                .all((row, n) -> Part.read(row));
    }
}
