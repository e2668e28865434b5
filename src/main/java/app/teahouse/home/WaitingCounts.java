package app.teahouse.home;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Member;
import app.teahouse.web.Waiting;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Counts what about money waits for a person, with one statement over small indexes of what is not decided; a hundred is many. */
@Component
class WaitingCounts implements Waiting {
    private static final int MANY = 100;

    private final Db db;
    private final Clock clock;

    WaitingCounts(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    @Override
    public Map<String, Long> money(Member member) {
        return db.sql("""
                select (select count(*)
                          from (select 1
                                  from byhand.claim k
                                  join payments.attempt t on t.circle_id = k.circle_id and t.attempt_id = k.attempt_id
                                 where k.circle_id = :circle and k.state = 'waiting' and k.received_by_circle and t.state = 'open'
                                 limit :many) as said)
                       + (select count(*)
                            from (select 1
                                    from payments.checkout
                                   where circle_id = :circle and state = 'held' and received_by_circle
                                   limit :many) as held)
                       + (select count(*)
                            from (select 1
                                    from payments.refund r
                                    join payments.attempt t on t.circle_id = r.circle_id and t.attempt_id = r.attempt_id
                                   where r.circle_id = :circle and r.state <> 'done' and r.next_at is null and t.received_by_circle
                                   limit :many) as back),
                       (select count(*)
                          from (select 1
                                  from orders.invoice
                                 where circle_id = :circle and issued_at is null
                                 limit :many) as asked),
                       (select count(*)
                          from payouts.payout
                         where circle_id = :circle and state = 'second' and asked_by <> :me),
                       (select count(*)
                          from (select 1
                                  from removals.removal
                                 where circle_id = :circle and money_state in ('open', 'asked', 'trouble') and undone_at is null
                                 limit :many) as removals)
                """)
                .with("circle", member.circle())
                .with("me", member.account())
                .with("many", MANY)
                .one((row, n) -> Map.of(
                        "byhand.tab",
                        row.getLong(1),
                        "orders.tab",
                        row.getLong(2),
                        "payouts.tab",
                        row.getLong(3),
                        "removals.tab",
                        row.getLong(4)));
    }

    @Override
    public Map<String, Long> desk() {
        return db.sql("""
                select (select count(*)
                          from (select 1
                                  from byhand.claim k
                                  join payments.attempt t on t.circle_id = k.circle_id and t.attempt_id = k.attempt_id
                                 where k.state = 'waiting' and not k.received_by_circle and t.state = 'open'
                                 limit :many) as said)
                       + (select count(*)
                            from (select 1 from payments.checkout where state = 'held' and not received_by_circle limit :many) as held)
                       + (select count(*)
                            from (select 1
                                    from payments.refund r
                                    join payments.attempt t on t.circle_id = r.circle_id and t.attempt_id = r.attempt_id
                                   where r.state <> 'done' and r.next_at is null and not t.received_by_circle
                                   limit :many) as back)
                       + (select count(*)
                            from (select 1
                                    from payouts.payout
                                   where state = 'sent'
                                      or (state = 'waiting' and ready_at <= :now
                                          and not exists (select 1 from circles.circle c
                                                           where c.circle_id = payouts.payout.circle_id and c.state = 'frozen'))
                                   limit :many) as payouts),
                       (select count(*)
                          from (select 1 from complaints.complaint where state = 'open' limit :many) as complaints),
                       (select count(*)
                          from (select 1 from verdicts.verdict where appeal = 'open' limit :many) as appeals),
                       (select count(*)
                          from (select 1 from suspicions.suspicion where state = 'waiting' limit :many) as suspicious)
                """)
                .with("now", clock.instant())
                .with("many", MANY)
                .one((row, n) -> Map.of(
                        "site.money",
                        row.getLong(1),
                        "complaints.tab",
                        row.getLong(2),
                        "verdicts.tab",
                        row.getLong(3),
                        "suspicions.tab",
                        row.getLong(4)));
    }
}
