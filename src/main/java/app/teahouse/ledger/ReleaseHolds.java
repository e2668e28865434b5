package app.teahouse.ledger;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** What was set aside and is over is free again. */
@Component
class ReleaseHolds implements Job {
    private final Db db;
    private final Holds holds;
    private final TransactionTemplate transaction;

    ReleaseHolds(Db db, Holds holds, TransactionTemplate transaction) {
        this.db = db;
        this.holds = holds;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "ledger.release-holds";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    private record Due(CircleId circle, HoldId hold) {}

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select circle_id, hold_id
                  from ledger.hold
                 where state = 'reserved' and expires_at <= :now
                 order by expires_at, hold_id
                 limit 100
                """)
                .with("now", now)
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new HoldId(Db.uuid(row, 2))));
        for (var one : due) {
            transaction.executeWithoutResult(_ -> holds.release(one.circle(), one.hold()));
        }
        return due.size() == 100;
    }
}
