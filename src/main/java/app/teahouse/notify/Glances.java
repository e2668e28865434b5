package app.teahouse.notify;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Settings;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Keeps for a moment what people looked at, so that opening a page writes nothing in the request, and yet the bell is calm when
 * they open the next one. It is bounded, and what a dying process loses of it is only that something stays new a little longer.
 */
@Component
class Glances {
    private static final Logger log = LoggerFactory.getLogger(Glances.class);
    private static final int MOST = 20_000;
    private static final Duration REST = Duration.ofMillis(300);

    private final MarkNotices markNotices;
    private final Settings settings;
    private final Map<AccountId, Glance> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean flushing = new AtomicBoolean();

    Glances(MarkNotices markNotices, Settings settings) {
        this.markNotices = markNotices;
        this.settings = settings;
    }

    private record Glance(Instant seenUntil, Set<NoticeId> read) {

        Glance and(Glance other) {
            var both = new HashSet<>(read);
            both.addAll(other.read);
            return new Glance(seenUntil.isAfter(other.seenUntil) ? seenUntil : other.seenUntil, both);
        }
    }

    void seen(AccountId account, Instant until) {
        add(account, new Glance(until, Set.of()));
    }

    void read(AccountId account, NoticeId notice) {
        add(account, new Glance(Instant.EPOCH, Set.of(notice)));
    }

    private void add(AccountId account, Glance glance) {
        if (waiting.size() < MOST) {
            waiting.merge(account, glance, Glance::and);
            if (settings.timers() && flushing.compareAndSet(false, true)) {
                Thread.ofVirtual().name("glances").start(this::flushSoon);
            }
        }
    }

    /** Writes what was kept. */
    void flush() {
        for (var account : Set.copyOf(waiting.keySet())) {
            var glance = waiting.remove(account);
            if (glance != null) {
                write(account, glance);
            }
        }
    }

    private void write(AccountId account, Glance glance) {
        try {
            if (glance.seenUntil().isAfter(Instant.EPOCH)) {
                markNotices.seen(account, glance.seenUntil());
            }
            if (!glance.read().isEmpty()) {
                markNotices.read(account, glance.read());
            }
        } catch (RuntimeException e) {
            log.warn("What somebody looked at stays new: {}", e.toString());
        }
    }

    private void flushSoon() {
        try {
            Thread.sleep(REST);
            ScopedValue.where(Pools.FOR_JOBS, true).run(this::flush);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
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
}
