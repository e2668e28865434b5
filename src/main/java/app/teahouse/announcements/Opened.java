package app.teahouse.announcements;

import app.teahouse.connections.Pools;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Settings;
import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Keeps for a moment who opened what, so that opening a page writes nothing in the request. Bounded; a dying process loses a second of it. */
@Component
class Opened {
    private static final Logger log = LoggerFactory.getLogger(Opened.class);
    private static final int MOST = 20_000;
    private static final Duration REST = Duration.ofSeconds(1);

    private final Inbox inbox;
    private final Settings settings;
    private final Clock clock;
    private final Map<Key, Instant> waiting = new ConcurrentHashMap<>();
    private final AtomicBoolean flushing = new AtomicBoolean();

    Opened(Inbox inbox, Settings settings, Clock clock) {
        this.inbox = inbox;
        this.settings = settings;
        this.clock = clock;
    }

    private record Which(CircleId circle, AnnouncementId announcement) {}

    private record Key(CircleId circle, AnnouncementId announcement, AccountId account) {}

    void note(Member member, ReceivedView view) {
        if (!view.isRead() && waiting.size() < MOST) {
            var id = new AnnouncementId(Ids.parse(view.key()));
            waiting.putIfAbsent(new Key(member.circle(), id, member.account()), clock.instant());
            begin();
        }
    }

    /** One at a time: a sending holds the row that openings count on, and they may not hold all connections meanwhile. */
    private void begin() {
        if (settings.timers() && flushing.compareAndSet(false, true)) {
            Thread.ofVirtual().name("opened").start(this::flushSoon);
        }
    }

    /** Writes what was kept. */
    void flush() {
        var groups = new HashMap<Which, Map<AccountId, Instant>>();
        for (var key : Set.copyOf(waiting.keySet())) {
            var at = waiting.remove(key);
            if (at != null) {
                groups.computeIfAbsent(new Which(key.circle(), key.announcement()), _ -> new HashMap<>())
                        .put(key.account(), at);
            }
        }
        groups.forEach(this::write);
    }

    /** All who opened one thing in the same second at once: its row is held once, and not by each. */
    private void write(Which which, Map<AccountId, Instant> when) {
        try {
            inbox.opened(which.circle(), which.announcement(), when);
        } catch (RuntimeException e) {
            log.warn("What somebody opened is written later: {}", e.toString());
            when.forEach(
                    (account, at) -> waiting.putIfAbsent(new Key(which.circle(), which.announcement(), account), at));
        }
    }

    private void flushSoon() {
        try {
            Thread.sleep(REST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            ScopedValue.where(Pools.FOR_JOBS, true).run(this::flush);
        } finally {
            flushing.set(false);
        }
        if (!waiting.isEmpty() && !Thread.currentThread().isInterrupted()) {
            begin();
        }
    }

    @PreDestroy
    void stop() {
        if (settings.timers()) {
            flush();
        }
    }
}
