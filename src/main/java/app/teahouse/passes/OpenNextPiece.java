package app.teahouse.passes;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** On the first day of a piece of time with another plan than the one before, what the membership opens follows it. */
@Component
class OpenNextPiece implements Job {
    private static final int MOST = 100;

    private final Db db;
    private final Passes passes;
    private final WritePass writePass;
    private final TransactionTemplate transaction;

    OpenNextPiece(Db db, Passes passes, WritePass writePass, TransactionTemplate transaction) {
        this.db = db;
        this.passes = passes;
        this.writePass = writePass;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "passes.next";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    @Override
    public boolean step(Instant now) {
        var due = due(now);
        due.forEach(one -> transaction.executeWithoutResult(_ -> {
            passes.lock(one.circle(), one.account());
            writePass.open(one.circle(), one.account());
        }));
        return due.size() == MOST;
    }

    private record One(CircleId circle, AccountId account) {}

    private List<One> due(Instant now) {
        return db.sql("""
                select circle_id, account_id
                  from passes.pass
                 where turns_at <= :now
                 order by turns_at, circle_id, account_id
                 limit :most
                """)
                .with("now", now)
                .with("most", MOST)
                .all((row, n) -> new One(new CircleId(Db.uuid(row, 1)), new AccountId(Db.uuid(row, 2))));
    }
}
