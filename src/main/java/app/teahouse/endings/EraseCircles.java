package app.teahouse.endings;

import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Erases deleted circles whose time to think is over. One that the operator closed, and whose money is not settled, stays read-only and
 * is looked at again every day. The circle's addresses stay claimed, so that no old link ever leads into a
 * stranger's circle.
 */
@Component
class EraseCircles implements Job {
    private final Db db;
    private final EraseCircle eraseCircle;
    private final DeleteCircle deleteCircle;
    private final CircleRow row;
    private final Circles circles;

    EraseCircles(Db db, EraseCircle eraseCircle, DeleteCircle deleteCircle, CircleRow row, Circles circles) {
        this.db = db;
        this.eraseCircle = eraseCircle;
        this.deleteCircle = deleteCircle;
        this.row = row;
        this.circles = circles;
    }

    @Override
    public String name() {
        return "circles.erase";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean step(Instant now) {
        var due = due(now);
        due.ifPresent(one -> {
            if (one.closed() && !deleteCircle.hindrances(one.circle()).isEmpty()) {
                row.putOff(one.circle(), now.plus(Duration.ofDays(1)));
                circles.changed(one.circle());
            } else {
                eraseCircle.step(one.circle());
            }
        });
        return due.isPresent();
    }

    private record Due(CircleId circle, boolean closed) {}

    private Optional<Due> due(Instant now) {
        return db.sql("""
                select circle_id, halted_at is not null
                  from circles.circle
                 where delete_at <= :now
                 order by delete_at, circle_id
                 limit 1
                """)
                .with("now", now)
                .maybe((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), row.getBoolean(2)));
    }
}
