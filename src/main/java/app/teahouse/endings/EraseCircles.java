package app.teahouse.endings;

import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.circles.Household;
import app.teahouse.files.StoredFiles;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Erases deleted circles whose time to think is over, room by room from the top, a few rows at a time. The circle's addresses stay
 * claimed, so that no old link ever leads into a stranger's circle.
 */
@Component
class EraseCircles implements Job {
    private static final int AT_ONCE = 500;

    private final Db db;
    private final List<Household> households;
    private final StoredFiles files;
    private final Circles circles;
    private final CircleRow row;
    private final Events events;
    private final TransactionTemplate transaction;

    EraseCircles(
            Db db,
            List<Household> households,
            StoredFiles files,
            Circles circles,
            CircleRow row,
            Events events,
            TransactionTemplate transaction) {
        this.db = db;
        this.households = households;
        this.files = files;
        this.circles = circles;
        this.row = row;
        this.events = events;
        this.transaction = transaction;
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
        due.ifPresent(circle -> {
            if (!eraseSome(circle)) {
                transaction.executeWithoutResult(_ -> eraseRest(circle));
            }
        });
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

    /** Answers whether there still was something besides what goes last. */
    private boolean eraseSome(CircleId circle) {
        for (var household : households) {
            if (Boolean.TRUE.equals(transaction.execute(_ -> household.erase(circle, AT_ONCE)))) {
                return true;
            }
        }
        return files.erase(circle, AT_ONCE);
    }

    private void eraseRest(CircleId circle) {
        events.forget(circle);
        row.erase(circle);
        circles.changed(circle);
    }
}
