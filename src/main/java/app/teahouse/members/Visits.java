package app.teahouse.members;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Settings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Remembers for a few seconds who visited which circle, and then writes it: opening a page writes nothing in its request. Each node
 * has its own; what a dying node had not written yet is lost, at most five seconds of it.
 */
@Component
public class Visits {
    private static final Logger log = LoggerFactory.getLogger(Visits.class);
    private static final Duration COARSE = Duration.ofMinutes(5);
    private static final Duration REST = Duration.ofSeconds(5);
    private static final int MOST = 50_000;
    private static final int AT_ONCE = 500;

    private final Db db;
    private final Settings settings;
    private final Map<Visit, Instant> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean flushing = new AtomicBoolean();

    private record Visit(CircleId circle, AccountId account) {}

    Visits(Db db, Settings settings) {
        this.db = db;
        this.settings = settings;
    }

    /** Notes a visit, unless the last one written is fresh enough or too many are waiting. */
    void note(CircleId circle, AccountId account, Instant lastWritten, Instant now) {
        if (lastWritten.plus(COARSE).isAfter(now) || waiting.size() >= MOST) {
            return;
        }
        waiting.merge(new Visit(circle, account), now, (one, other) -> one.isAfter(other) ? one : other);
        if (settings.timers() && flushing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("visits").start(this::flushSoon);
        }
    }

    private void flushSoon() {
        try {
            Thread.sleep(REST);
            while (!waiting.isEmpty()) {
                ScopedValue.where(Pools.FOR_JOBS, true).run(this::flush);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Visits wait for the next round", e);
        } finally {
            flushing.set(false);
        }
    }

    @PreDestroy
    void stop() {
        if (settings.timers()) {
            flush();
        }
    }

    /** Writes what waits, row by row in one order, so that two nodes never wait for each other in a circle. */
    public void flush() {
        var visits = waiting.keySet().stream()
                .limit(AT_ONCE)
                .sorted(Comparator.comparing((Visit visit) -> visit.circle().value())
                        .thenComparing(visit -> visit.account().value()))
                .toList();
        for (var visit : visits) {
            var at = waiting.remove(visit);
            if (at != null) {
                write(visit, at);
            }
        }
    }

    private void write(Visit visit, Instant at) {
        db.sql("""
                update members.membership
                   set seen_at = greatest(seen_at, :at)
                 where circle_id = :circle and account_id = :account and state = 'active'
                """)
                .with("circle", visit.circle())
                .with("account", visit.account())
                .with("at", at)
                .run();
        db.sql("""
                update members.account_circle
                   set visited_at = greatest(visited_at, :at)
                 where account_id = :account and circle_id = :circle
                """)
                .with("circle", visit.circle())
                .with("account", visit.account())
                .with("at", at)
                .run();
    }
}
