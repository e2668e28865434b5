package app.teahouse.readers;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.readers.ColumnReport.ItemReport;
import app.teahouse.reading.Crowd;
import app.teahouse.reading.Tally;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads how a column is read: as a whole, part by part, and by whom. */
@Component
class ColumnReaders {
    /** So many members are looked at for one page of those who are at some point; then the reader asks for more. */
    private static final int WINDOW = 1_000;

    private final Db db;
    private final PostReaders postReaders;
    private final CountColumn countColumn;
    private final Pulse pulse;

    ColumnReaders(Db db, PostReaders postReaders, CountColumn countColumn, Pulse pulse) {
        this.db = db;
        this.postReaders = postReaders;
        this.countColumn = countColumn;
        this.pulse = pulse;
    }

    /** Those that members see. */
    List<ColumnLine> columns(Staff staff) {
        return db.sql("""
                select column_id, number, name, course,
                       (select count(*)
                          from columns.item i
                          join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                         where i.circle_id = s.circle_id and i.column_id = s.column_id)
                  from columns.series s
                 where circle_id = :circle and published_at is not null
                 order by number desc
                 limit 200
                """)
                .with("circle", staff.circle())
                .all((row, n) -> new ColumnLine(
                        Db.uuid(row, 1), row.getLong(2), row.getString(3), row.getBoolean(4), row.getInt(5)));
    }

    private ColumnLine column(Staff staff, long number) {
        return columns(staff).stream()
                .filter(column -> column.number() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("column.unknown"));
    }

    /**
     * In a large circle what the job has counted, and nothing before it has: no page counts for longer than people wait.
     *
     * @throws Refusal {@code column.unknown} also for a draft: nobody reads it
     */
    ColumnReport report(Staff staff, long number) {
        var column = column(staff, number);
        var crowd = postReaders.crowd(staff);
        var members = pulse.of(staff.circle()).members();
        var count = members > CountColumns.LARGE
                ? countColumn.kept(staff.circle(), column).orElse(null)
                : countColumn.count(staff.circle(), column);
        if (count == null) {
            return new ColumnReport(
                    number,
                    column.name(),
                    column.course(),
                    null,
                    0,
                    0,
                    0,
                    null,
                    items(staff, column, ColumnCount.NOTHING, crowd));
        }
        return new ColumnReport(
                column.number(),
                column.name(),
                column.course(),
                count.at(),
                (int) Math.max(0, members - crowd.discreet() - count.begun()),
                crowd.count(count.begun(), count.discreetBegun()),
                crowd.count(count.finished(), count.discreetFinished()),
                count.medianSeconds(),
                items(staff, column, count, crowd));
    }

    private record Item(long number, String name, Tally tally) {}

    private List<ItemReport> items(Staff staff, ColumnLine column, ColumnCount count, Crowd crowd) {
        var items = db.sql("""
                select p.number, p.title, p.excerpt, t.readers, t.finished, t.discreet_readers, t.discreet_finished, t.seconds,
                       t.stops
                  from columns.item i
                  join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                  left join columns.section s
                    on s.circle_id = i.circle_id and s.column_id = i.column_id and s.section_id = i.section_id
                  left join reading.tally t on t.circle_id = p.circle_id and t.number = p.number
                 where i.circle_id = :circle and i.column_id = :column
                 order by s.position nulls first, i.position, i.post_id
                 limit 1000
                """)
                .with("circle", staff.circle())
                .with("column", column)
                .all((row, n) -> new Item(
                        row.getLong(1), MyReading.name(row.getString(2), row.getString(3)), Tally.read(row, 4)));
        var reports = new ArrayList<ItemReport>();
        var before = -1;
        for (var item : items) {
            var part = count.part(item.number());
            reports.add(new ItemReport(
                    reports.size() + 1,
                    item.number(),
                    item.name(),
                    Counted.of(item.tally(), crowd),
                    crowd.count(part.done(), part.discreetDone()),
                    before < 0 ? 0 : before - part.done()));
            before = part.done();
        }
        return reports;
    }

    /** In the order of their numbers. A page may hold fewer than asked for and still have a next one. */
    Cursor<ColumnReader> members(Staff staff, long number, @Nullable Progress who, long after, int size) {
        var column = column(staff, number);
        var window = db.sql("""
                with part as materialized (
                    select p.number, p.post_id
                      from columns.item i
                      join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                     where i.circle_id = :circle and i.column_id = :column)
                select m.account_id, m.number, m.alias, m.picture, m.role, o.opened,
                       case when :course then d.done else o.finished end, least(o.begun_at, d.begun_at),
                       greatest(o.moved_at, d.last_at)
                  from (select account_id, number, alias, picture, role
                          from members.membership
                         where circle_id = :circle and state = 'active' and not discreet and number > :after
                         order by number
                         limit :window) m
                 cross join lateral (select count(*) as opened, count(x.finished_at) as finished,
                                            min(x.opened_at) as begun_at, max(x.moved_at) as moved_at
                                       from part
                                       join reading.position x
                                         on x.circle_id = :circle and x.account_id = m.account_id
                                        and x.number = part.number) o
                 cross join lateral (select count(*) as done, min(x.done_at) as begun_at, max(x.done_at) as last_at
                                       from part
                                       join columns.done x
                                         on x.circle_id = :circle and x.account_id = m.account_id
                                        and x.post_id = part.post_id) d
                 order by m.number
                """)
                .with("circle", staff.circle())
                .with("column", column)
                .with("course", column.course())
                .with("after", after)
                .with("window", WINDOW)
                .all((row, n) -> new ColumnReader(
                        PostReaders.card(row, 1),
                        row.getInt(6),
                        row.getInt(7),
                        column.items(),
                        Db.maybeInstant(row, 8),
                        Db.maybeInstant(row, 9)));
        var found = window.stream()
                .filter(reader -> who == null || reader.progress() == who)
                .limit(size + 1L)
                .toList();
        if (found.size() <= size && window.size() == WINDOW) {
            return new Cursor<>(found, String.valueOf(window.getLast().card().number()));
        }
        return Cursor.of(found, size, reader -> String.valueOf(reader.card().number()));
    }
}
