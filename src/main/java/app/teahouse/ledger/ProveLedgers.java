package app.teahouse.ledger;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Every night each circle's ledger is proven. A circle whose proof is older than a day is due; so a night that was missed is made up for. */
@Component
class ProveLedgers implements Job {
    private static final Duration DAY = Duration.ofHours(24);

    private final Db db;
    private final Prove prove;

    ProveLedgers(Db db, Prove prove) {
        this.db = db;
        this.prove = prove;
    }

    @Override
    public String name() {
        return "ledger.prove";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(30);
    }

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select b.circle_id
                  from ledger.balance b
                 where not exists (select 1
                                     from ledger.proof p
                                    where p.circle_id = b.circle_id and p.proven_at > :since)
                 limit 1
                """).with("since", now.minus(DAY)).maybe((row, n) -> new CircleId(Db.uuid(row, 1)));
        due.ifPresent(circle -> prove.prove(circle, now));
        return due.isPresent();
    }
}
