package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the proofs of all circles' ledgers came to, and proving them now. */
@Component
public class Proofs {
    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    private final Db db;
    private final Prove prove;

    Proofs(Db db, Prove prove) {
        this.db = db;
        this.prove = prove;
    }

    /** A ledger that does not add up, and what is wrong with it first. */
    public record Fault(CircleId circle, long faults, String first, Instant at) {}

    /** @param oldest when the ledger was proven whose proof is oldest; null where none has been yet */
    public record Summary(
            long circles, long transfers, @Nullable Instant oldest, List<Fault> faults) {}

    public Summary summary() {
        record Sums(long circles, long transfers, @Nullable Instant oldest) {}
        var sums = db.sql("select count(*), coalesce(sum(transfers), 0)::bigint, min(proven_at) from ledger.proof")
                .one((row, n) -> new Sums(row.getLong(1), row.getLong(2), Db.maybeInstant(row, 3)));
        var faults = db.sql("""
                select circle_id, faults, first_fault, proven_at
                  from ledger.proof
                 where faults > 0
                 order by proven_at desc, circle_id
                 limit 50
                """)
                .all((row, n) -> new Fault(
                        new CircleId(Db.uuid(row, 1)),
                        row.getLong(2),
                        Objects.requireNonNull(row.getString(3)),
                        Db.instant(row, 4)));
        return new Summary(sums.circles(), sums.transfers(), sums.oldest(), faults);
    }

    /**
     * Proves those that were not proven since {@code now}, for two seconds at most. The nightly job does the rest.
     *
     * @return how many were proven
     */
    public int proveNow(Instant now) {
        var until = System.nanoTime() + AT_ONCE.toNanos();
        var proven = 0;
        while (System.nanoTime() < until) {
            var due = db.sql("""
                    select distinct b.circle_id
                      from ledger.balance b
                     where not exists (select 1 from ledger.proof p where p.circle_id = b.circle_id and p.proven_at >= :now)
                     limit 20
                    """).with("now", now).all((row, n) -> new CircleId(Db.uuid(row, 1)));
            if (due.isEmpty()) {
                return proven;
            }
            for (var circle : due) {
                prove.prove(circle, now);
                proven++;
            }
        }
        return proven;
    }
}
