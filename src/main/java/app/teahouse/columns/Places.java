package app.teahouse.columns;

import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Onlooker;
import app.teahouse.sheet.Beginnings;
import app.teahouse.sheet.Neighbour;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds in which columns a post stands, where in each, and what comes before and after it there. */
@Component
class Places {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Db db;
    private final Beginnings beginnings;
    private final Clock clock;

    Places(Db db, Beginnings beginnings, Clock clock) {
        this.db = db;
        this.beginnings = beginnings;
        this.clock = clock;
    }

    /** In those that members see, the oldest five. */
    List<PlaceView> of(Onlooker onlooker, long post) {
        var places = read(onlooker, post);
        var known = beginnings.of(
                Reader.of(onlooker),
                places.stream()
                        .flatMap(place -> Stream.of(place.before(), place.after()))
                        .filter(Objects::nonNull)
                        .toList());
        return places.stream()
                .map(place -> place.between(known.named(place.before()), known.named(place.after())))
                .toList();
    }

    private List<PlaceView> read(Onlooker onlooker, long post) {
        return db.sql("""
                with here as (
                    select c.column_id, c.number, c.name, c.course
                      from content.post p
                      join columns.item i on i.circle_id = p.circle_id and i.post_id = p.post_id
                      join columns.series c on c.circle_id = i.circle_id and c.column_id = i.column_id
                     where p.circle_id = :circle and p.number = :post and c.published_at is not null
                     order by c.number
                     limit 5),
                line as (
                    select h.number as column_number, h.name, h.course, p.number, i.post_id, p.kind,
                           row_number() over w as place, count(*) over (partition by h.number) as many,
                           lag(p.number) over w as before, lag(p.title) over w as before_title,
                           lag(e.excerpt) over w as before_excerpt,
                           lead(p.number) over w as after, lead(p.title) over w as after_title,
                           lead(e.excerpt) over w as after_excerpt
                      from here h
                      join columns.item i on i.circle_id = :circle and i.column_id = h.column_id
                      join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                     cross join lateral (select case when p.locks = '{}' and p.published_at >= :from
                                                     then p.excerpt else '' end as excerpt) e
                      left join columns.section s
                        on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                    window w as (partition by h.number order by s.position nulls first, i.position, i.post_id))
                select l.column_number, l.name, l.course, l.place, l.many, l.before, l.before_title, l.before_excerpt,
                       l.after, l.after_title, l.after_excerpt,
                       exists (select 1
                                 from columns.done d
                                where d.circle_id = :circle and d.account_id = :reader and d.post_id = l.post_id),
                       l.kind = 'task'
                  from line l
                 where l.number = :post
                 order by l.column_number
                """)
                .with("circle", onlooker.circle())
                .with("post", post)
                .with("from", Reader.of(onlooker).from(clock.instant()))
                .with(
                        "reader",
                        onlooker.member()
                                .map(Member::account)
                                .map(AccountId::value)
                                .orElse(NOBODY))
                .all((row, n) -> new PlaceView(
                        row.getLong(1),
                        row.getString(2),
                        row.getBoolean(3),
                        row.getInt(4),
                        row.getInt(5),
                        neighbour(row, 6),
                        neighbour(row, 9),
                        row.getBoolean(12),
                        row.getBoolean(13)));
    }

    private static @Nullable Neighbour neighbour(ResultSet row, int from) throws SQLException {
        var number = row.getObject(from, Long.class);
        return number == null ? null : new Neighbour(number, row.getString(from + 1), row.getString(from + 2));
    }
}
