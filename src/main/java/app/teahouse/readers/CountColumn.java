package app.teahouse.readers;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.readers.ColumnCount.Part;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts how a column is read, at once or, for a large circle, as it was counted and kept last. */
@Component
class CountColumn {
    private final Db db;
    private final Clock clock;

    CountColumn(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    private record Totals(
            int begun,
            int finished,
            int discreetBegun,
            int discreetFinished,
            @Nullable Long medianSeconds) {}

    ColumnCount count(CircleId circle, ColumnLine column) {
        var totals = totals(circle, column);
        return new ColumnCount(
                clock.instant(),
                totals.begun(),
                totals.finished(),
                totals.discreetBegun(),
                totals.discreetFinished(),
                totals.medianSeconds(),
                parts(circle, column));
    }

    /** Both halves read an index by part, whatever the size of the circle; a course is done, another column read to its end. */
    private Totals totals(CircleId circle, ColumnLine column) {
        return db.sql("""
                with part as materialized (
                    select p.number, p.post_id
                      from columns.item i
                      join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                     where i.circle_id = :circle and i.column_id = :column),
                opened as (
                    select o.account_id, min(o.opened_at) as begun_at, count(o.finished_at) as finished,
                           max(o.finished_at) as last_at
                      from part
                      join reading.position o on o.circle_id = :circle and o.number = part.number
                     group by o.account_id),
                ended as (
                    select d.account_id, min(d.done_at) as begun_at, count(*) as done, max(d.done_at) as last_at
                      from part
                      join columns.done d on d.circle_id = :circle and d.post_id = part.post_id
                     where :course
                     group by d.account_id),
                reader as (
                    select m.discreet, least(o.begun_at, e.begun_at) as begun_at,
                           case when :course then e.last_at else o.last_at end as last_at,
                           case when :course then e.done else o.finished end >= :items as whole
                      from opened o
                      full join ended e on e.account_id = o.account_id
                      join members.membership m
                        on m.circle_id = :circle and m.account_id = coalesce(o.account_id, e.account_id) and m.state = 'active')
                select count(*) filter (where not discreet), count(*) filter (where not discreet and whole),
                       count(*) filter (where discreet), count(*) filter (where discreet and whole),
                       cast(percentile_cont(0.5) within group (order by extract(epoch from last_at - begun_at))
                           filter (where not discreet and whole) as bigint)
                  from reader
                """)
                .with("circle", circle)
                .with("column", column)
                .with("course", column.course())
                .with("items", Math.max(1, column.items()))
                .one((row, n) -> new Totals(
                        row.getInt(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getObject(5, Long.class)));
    }

    private Map<Long, Part> parts(CircleId circle, ColumnLine column) {
        record Counted(long number, Part part) {}
        var parts = new LinkedHashMap<Long, Part>();
        var counted = column.course() ? db.sql("""
                select p.number,
                       (select count(*) from columns.done d where d.circle_id = p.circle_id and d.post_id = p.post_id),
                       (select count(*)
                          from members.membership m
                          join columns.done d
                            on d.circle_id = m.circle_id and d.account_id = m.account_id and d.post_id = p.post_id
                         where m.circle_id = p.circle_id and m.state = 'active' and m.discreet)
                  from columns.item i
                  join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                 where i.circle_id = :circle and i.column_id = :column
                 order by p.number
                """) : db.sql("""
                select p.number, coalesce(t.finished + t.discreet_finished, 0), coalesce(t.discreet_finished, 0)
                  from columns.item i
                  join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                  left join reading.tally t on t.circle_id = p.circle_id and t.number = p.number
                 where i.circle_id = :circle and i.column_id = :column
                 order by p.number
                """);
        counted.with("circle", circle)
                .with("column", column)
                .all((row, n) -> new Counted(row.getLong(1), new Part(row.getInt(2) - row.getInt(3), row.getInt(3))))
                .forEach(one -> parts.put(one.number(), one.part()));
        return parts;
    }

    void keep(CircleId circle, UUID column, ColumnCount count) {
        db.sql("""
                insert into readers.report (circle_id, column_id, counted_at, begun, finished, discreet_begun, discreet_finished,
                                            median_seconds, posts, done, discreet_done)
                values (:circle, :column, :at, :begun, :finished, :discreetBegun, :discreetFinished, :median, :posts, :done,
                        :discreetDone)
                on conflict (circle_id, column_id) do update
                   set counted_at = excluded.counted_at, begun = excluded.begun, finished = excluded.finished,
                       discreet_begun = excluded.discreet_begun, discreet_finished = excluded.discreet_finished,
                       median_seconds = excluded.median_seconds, posts = excluded.posts, done = excluded.done,
                       discreet_done = excluded.discreet_done
                """)
                .with("circle", circle)
                .with("column", column)
                .with("at", count.at())
                .with("begun", count.begun())
                .with("finished", count.finished())
                .with("discreetBegun", count.discreetBegun())
                .with("discreetFinished", count.discreetFinished())
                .with("median", count.medianSeconds())
                .withNumbers("posts", count.numbers())
                .withInts(
                        "done", count.parts().values().stream().map(Part::done).toList())
                .withInts(
                        "discreetDone",
                        count.parts().values().stream().map(Part::discreetDone).toList())
                .run();
    }

    Optional<ColumnCount> kept(CircleId circle, ColumnLine column) {
        return db.sql("""
                select counted_at, begun, finished, discreet_begun, discreet_finished, median_seconds, posts,
                       cast(done as bigint[]), cast(discreet_done as bigint[])
                  from readers.report
                 where circle_id = :circle and column_id = :column
                """).with("circle", circle).with("column", column).maybe((row, n) -> {
            var posts = Db.numbers(row, 7);
            var done = Db.numbers(row, 8);
            var discreet = Db.numbers(row, 9);
            var parts = new LinkedHashMap<Long, Part>();
            for (var i = 0; i < posts.size(); i++) {
                parts.put(
                        posts.get(i),
                        new Part(done.get(i).intValue(), discreet.get(i).intValue()));
            }
            return new ColumnCount(
                    Db.instant(row, 1),
                    row.getInt(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    row.getObject(6, Long.class),
                    parts);
        });
    }
}
