package app.teahouse.accounts;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Clears away sessions and links that have expired. */
@Component
class SweepAccounts implements Job {
    private static final int AT_ONCE = 200;

    private final Db db;

    SweepAccounts(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "accounts.sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean step(Instant now) {
        var more = sweepSessions(now);
        more |= sweepTickets(now);
        return more;
    }

    private boolean sweepSessions(Instant now) {
        var old = db.sql("""
                select account_id, session_id
                  from accounts.session
                 where expires_at <= :now
                 order by expires_at, session_id
                 limit :limit
                """)
                .with("now", now)
                .with("limit", AT_ONCE)
                .all((row, n) -> Map.entry(new AccountId(Db.uuid(row, 1)), Db.uuid(row, 2)));
        for (var session : old) {
            db.sql("delete from accounts.session where account_id = :account and session_id = :session")
                    .with("account", session.getKey())
                    .with("session", session.getValue())
                    .run();
        }
        return old.size() == AT_ONCE;
    }

    private boolean sweepTickets(Instant now) {
        var old = db.sql("""
                select account_id, secret_hash
                  from accounts.ticket
                 where expires_at <= :now
                 order by expires_at, secret_hash
                 limit :limit
                """)
                .with("now", now)
                .with("limit", AT_ONCE)
                .all((row, n) -> Map.entry(new AccountId(Db.uuid(row, 1)), row.getBytes(2)));
        for (var ticket : old) {
            db.sql("delete from accounts.ticket where account_id = :account and secret_hash = :hash")
                    .with("account", ticket.getKey())
                    .with("hash", ticket.getValue())
                    .run();
        }
        return old.size() == AT_ONCE;
    }
}
