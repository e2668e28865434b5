package app.teahouse.endings;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Erases deleted circles whose time to think is over. The circle's addresses stay claimed, so that no old link ever leads into a
 * stranger's circle.
 */
@Component
class EraseCircles implements Job {
    private final Db db;
    private final EraseCircle eraseCircle;

    EraseCircles(Db db, EraseCircle eraseCircle) {
        this.db = db;
        this.eraseCircle = eraseCircle;
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
        due.ifPresent(eraseCircle::step);
        return due.isPresent();
    }

    private Optional<CircleId> due(Instant now) {
        return db.sql("""
                select circle_id
                  from circles.circle
                 where delete_at <= :now
                 order by delete_at, circle_id
                 limit 1
                """).with("now", now).maybe((row, n) -> new CircleId(Db.uuid(row, 1)));
    }
}
