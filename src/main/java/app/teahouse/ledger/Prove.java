package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Proves a circle's ledger in one statement, and so at one moment: each balance is what its transfers come to, what is set aside is
 * what the holds say, and all balances of a currency together are nothing. A fault is never mended by itself; it is told when it is
 * found first, and stays on the operator's desk.
 */
@Component
public class Prove {
    private static final Logger log = LoggerFactory.getLogger(Prove.class);

    private final Db db;
    private final ObjectProvider<Events> events;

    Prove(Db db, ObjectProvider<Events> events) {
        this.db = db;
        this.events = events;
    }

    /** @param first what is wrong first, such as {@code available CNY: posted 100, transfers 90}, or null */
    public record Proof(
            long transfers, long faults, @Nullable String first) {
        public boolean holds() {
            return faults == 0;
        }
    }

    @Transactional
    public Proof prove(CircleId circle, Instant now) {
        var proof = db.sql("""
                with moved as materialized (
                    select purse_id, currency, sum(amount) as sum, count(*) as transfers
                      from (select from_id as purse_id, currency, -amount as amount
                              from ledger.transfer where circle_id = :circle
                            union all
                            select to_id, currency, amount
                              from ledger.transfer where circle_id = :circle) as legs
                     group by purse_id, currency),
                held as materialized (
                    select purse_id, currency, sum(amount) as sum
                      from ledger.hold
                     where circle_id = :circle and state = 'reserved'
                     group by purse_id, currency),
                kept as materialized (
                    select purse_id, currency, purpose, posted, pending
                      from ledger.balance
                     where circle_id = :circle),
                fault as (
                    select coalesce(k.purpose, 'unknown') || ' ' || coalesce(k.currency, m.currency) || ': posted '
                           || coalesce(k.posted, 0) || ', transfers ' || coalesce(m.sum, 0) as words, false as whole
                      from kept k full join moved m using (purse_id, currency)
                     where coalesce(k.posted, 0) <> coalesce(m.sum, 0)
                    union all
                    select coalesce(k.purpose, 'unknown') || ' ' || coalesce(k.currency, h.currency) || ': pending '
                           || coalesce(k.pending, 0) || ', holds ' || coalesce(h.sum, 0), false
                      from kept k full join held h using (purse_id, currency)
                     where coalesce(k.pending, 0) <> coalesce(h.sum, 0)
                    union all
                    select 'all of ' || currency || ': ' || sum(posted), true from kept group by currency having sum(posted) <> 0)
                select coalesce((select sum(transfers) / 2 from moved), 0)::bigint, count(*),
                       -- An account says more than the whole.
                       coalesce(min(words) filter (where not whole), min(words))
                  from fault
                """)
                .with("circle", circle)
                .one((row, n) -> new Proof(row.getLong(1), row.getLong(2), row.getString(3)));
        var before = faultsBefore(circle);
        keep(circle, proof, now);
        if (proof.first() != null && before == 0) {
            var told = new LedgerBroken(circle, proof.faults(), proof.first(), now);
            events.ifAvailable(bus -> bus.publish(told));
        }
        if (!proof.holds()) {
            log.error(
                    "The ledger of circle {} does not add up, {} faults: {}",
                    circle.value(),
                    proof.faults(),
                    proof.first());
        }
        return proof;
    }

    /** Of two who find it at once, one tells of it. */
    private long faultsBefore(CircleId circle) {
        return db.sql("select faults from ledger.proof where circle_id = :circle for no key update")
                .with("circle", circle)
                .maybe(Long.class)
                .orElse(0L);
    }

    private void keep(CircleId circle, Proof proof, Instant now) {
        db.sql("""
                insert into ledger.proof (circle_id, proven_at, transfers, faults, first_fault)
                values (:circle, :now, :transfers, :faults, :first)
                on conflict (circle_id) do update
                   set proven_at = excluded.proven_at, transfers = excluded.transfers, faults = excluded.faults,
                       first_fault = excluded.first_fault
                """)
                .with("circle", circle)
                .with("now", now)
                .with("transfers", proof.transfers())
                .with("faults", proof.faults())
                .with("first", proof.first())
                .run();
    }
}
