package app.teahouse.tokens;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.SignIn;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** When tokens were last used: noted in memory, and written for each token at most every five minutes. */
@Component
class LastUsed implements Job {
    private static final Duration REST = Duration.ofMinutes(5);
    private static final int MOST = 20_000;
    private static final int AT_ONCE = 500;

    private final Db db;
    private final Clock clock;
    private final Map<UUID, Used> used = new ConcurrentHashMap<>();

    private record Used(AccountId account, Instant at, Instant written) {
        boolean isDue() {
            return !at.isBefore(written.plus(REST));
        }
    }

    LastUsed(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    void note(SignIn signIn) {
        var now = clock.instant();
        if (used.size() >= MOST && !used.containsKey(signIn.session())) {
            return;
        }
        used.compute(
                signIn.session(),
                (_, before) -> new Used(signIn.account(), now, before == null ? Instant.EPOCH : before.written()));
    }

    @Override
    public String name() {
        return "tokens.write-last-used";
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
        used.values().removeIf(one -> !one.isDue() && one.at().isBefore(now.minus(REST)));
        var due = used.entrySet().stream()
                .filter(entry -> entry.getValue().isDue())
                .limit(AT_ONCE)
                .toList();
        for (var entry : due) {
            var one = entry.getValue();
            db.sql("""
                    update tokens.token
                       set last_used_at = greatest(coalesce(last_used_at, :at), :at)
                     where account_id = :account and token_id = :token
                    """)
                    .with("at", one.at())
                    .with("account", one.account())
                    .with("token", entry.getKey())
                    .run();
            used.computeIfPresent(entry.getKey(), (_, later) -> new Used(later.account(), later.at(), one.at()));
        }
        return due.size() == AT_ONCE;
    }
}
