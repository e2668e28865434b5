package app.teahouse.accounts;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * When sessions were last used. It is noted in memory and written later, for each session at most every five minutes; a crash
 * loses the last seconds of it.
 */
@Component
class LastSeen implements Job {
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int MOST = 50_000;
    private static final int AT_ONCE = 500;

    private final Db db;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final Map<UUID, Seen> seen = new ConcurrentHashMap<>();

    /** A session that was used; {@code written} keeps it from being written too often. */
    private record Seen(AccountId account, Instant at, Instant written) {
        boolean isDue() {
            return !at.isBefore(written.plus(REST));
        }
    }

    LastSeen(Db db, Clock clock, TransactionTemplate transaction) {
        this.db = db;
        this.clock = clock;
        this.transaction = transaction;
    }

    void note(SignIn signIn) {
        var now = clock.instant();
        if (seen.size() >= MOST && !seen.containsKey(signIn.session())) {
            return;
        }
        seen.compute(
                signIn.session(),
                (_, before) -> new Seen(signIn.account(), now, before == null ? Instant.EPOCH : before.written()));
    }

    @Override
    public String name() {
        return "accounts.write-last-seen";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    @Override
    public boolean onEveryNode() {
        return true;
    }

    @Override
    public boolean step(Instant now) {
        seen.values().removeIf(one -> !one.isDue() && one.at().isBefore(now.minus(REST)));
        var due = new ArrayList<Map.Entry<UUID, Seen>>();
        for (var entry : seen.entrySet()) {
            if (due.size() < AT_ONCE && entry.getValue().isDue()) {
                due.add(entry);
            }
        }
        if (due.isEmpty()) {
            return false;
        }
        transaction.executeWithoutResult(_ -> due.forEach(entry -> write(entry.getKey(), entry.getValue())));
        due.forEach(entry -> seen.computeIfPresent(
                entry.getKey(),
                (_, one) -> new Seen(one.account(), one.at(), entry.getValue().at())));
        return due.size() == AT_ONCE;
    }

    private void write(UUID session, Seen one) {
        db.sql("""
                update accounts.session
                   set seen_at = greatest(seen_at, :at)
                 where account_id = :account and session_id = :session
                """)
                .with("at", one.at())
                .with("account", one.account())
                .with("session", session)
                .run();
    }
}
