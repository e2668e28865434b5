package app.teahouse.readers;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Counts the columns of circles in which a page would count for too long: each of them a few times an hour, one at a step. */
@Component
class CountColumns implements Job {
    /** Up to here a page counts by itself, in a tenth of a second. */
    static final int LARGE = 5_000;

    private static final Duration FRESH = Duration.ofMinutes(20);

    private final Db db;
    private final CountColumn countColumn;

    CountColumns(Db db, CountColumn countColumn) {
        this.db = db;
        this.countColumn = countColumn;
    }

    private record Due(CircleId circle, ColumnLine column) {}

    @Override
    public String name() {
        return "readers.count-columns";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select s.circle_id, s.column_id, s.number, s.name, s.course,
                       (select count(*)
                          from columns.item i
                          join content.post p on p.circle_id = i.circle_id and p.post_id = i.post_id and p.state = 'live'
                         where i.circle_id = s.circle_id and i.column_id = s.column_id)
                  from circles.pulse b
                  join columns.series s on s.circle_id = b.circle_id and s.published_at is not null
                  left join readers.report r on r.circle_id = s.circle_id and r.column_id = s.column_id
                 where b.member_count > :large and (r.counted_at is null or r.counted_at < :stale)
                 order by r.counted_at nulls first, s.circle_id, s.column_id
                 limit 1
                """)
                .with("large", LARGE)
                .with("stale", now.minus(FRESH))
                .maybe((row, n) -> new Due(
                        new CircleId(Db.uuid(row, 1)),
                        new ColumnLine(
                                Db.uuid(row, 2), row.getLong(3), row.getString(4), row.getBoolean(5), row.getInt(6))));
        due.ifPresent(one -> count(one.circle(), one.column()));
        return due.isPresent();
    }

    private void count(CircleId circle, ColumnLine column) {
        UUID id = column.value();
        countColumn.keep(circle, id, countColumn.count(circle, column));
    }
}
