package app.teahouse.kernel;

import app.teahouse.connections.Pools;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Delivers events, circle by circle in the order they were made. A lease row keeps two nodes off one circle. What fails is
 * tried again after a growing pause and parked after ten tries, where the operator sees it; a parked event lets the next ones pass.
 */
@Component
public class EventRelay {
    private static final Logger log = LoggerFactory.getLogger(EventRelay.class);
    private static final Duration LEASE = Duration.ofSeconds(30);
    private static final int TRIES = 10;
    private static final int BATCH = 50;

    private final Db db;
    private final Clock clock;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final ObjectProvider<Listener<?>> listeners;
    private final Semaphore workers = new Semaphore(4);
    private final Map<CircleId, Boolean> woken = new ConcurrentHashMap<>();
    private volatile Map<String, List<Listener<?>>> byKind = Map.of();

    EventRelay(
            Db db,
            Clock clock,
            JsonMapper json,
            TransactionTemplate transaction,
            ObjectProvider<Listener<?>> listeners) {
        this.db = db;
        this.clock = clock;
        // An event that was stored before an update may lack what was added to its kind.
        this.json = json.rebuild()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        this.transaction = transaction;
        this.listeners = listeners;
    }

    /** Delivers what a node left behind when it died, or what is to be tried again. */
    public void deliverDue(Instant now) {
        var circles = db.sql("""
                select circle_id
                  from kernel.event
                 where not parked
                 group by circle_id
                having min(next_at) <= :now
                 limit 200
                """).with("now", now).all((row, n) -> new CircleId(Db.uuid(row, 1)));
        circles.forEach(this::deliver);
    }

    /** Delivers soon, on another thread; many wakings of one circle become one. */
    void wake(CircleId circle) {
        if (woken.put(circle, true) == null) {
            Thread.ofVirtual().name("events-" + circle.value()).start(() -> work(circle));
        }
    }

    /** Wakes the relay once the caller's transaction is committed. */
    void wakeAfterCommit(CircleId circle) {
        AfterCommit.run(() -> wake(circle));
    }

    private void work(CircleId circle) {
        try {
            workers.acquire();
            try {
                woken.remove(circle);
                ScopedValue.where(Pools.FOR_JOBS, true).run(() -> deliver(circle));
            } finally {
                workers.release();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("Events of circle {} wait for the next round", circle.value(), e);
        }
    }

    /** Delivers all that waits in a circle, on this thread. Does nothing if another node is at it. */
    public void deliver(CircleId circle) {
        var holder = Ids.next();
        if (!lease(circle, holder)) {
            return;
        }
        try {
            var waiting = waiting(circle);
            while (!waiting.isEmpty()) {
                for (var event : waiting) {
                    if (!deliver(circle, event)) {
                        return;
                    }
                }
                lease(circle, holder);
                waiting = waiting(circle);
            }
        } finally {
            release(circle, holder);
        }
        if (!waiting(circle).isEmpty()) {
            wake(circle);
        }
    }

    private record Waiting(UUID id, String kind, String body, int tries) {}

    private List<Waiting> waiting(CircleId circle) {
        return db.sql("""
                select event_id, kind, body, tries
                  from kernel.event
                 where circle_id = :circle and not parked and next_at <= :now
                 order by event_id
                 limit :batch
                """)
                .with("circle", circle)
                .with("now", clock.instant())
                .with("batch", BATCH)
                .all((row, n) -> new Waiting(Db.uuid(row, 1), row.getString(2), row.getString(3), row.getInt(4)));
    }

    /** Answers whether the next event may be delivered: order is kept while this one is to be tried again. */
    private boolean deliver(CircleId circle, Waiting event) {
        try {
            for (var listener : listenersOf(event.kind())) {
                transaction.executeWithoutResult(_ -> handOver(circle, event, listener));
            }
            transaction.executeWithoutResult(_ -> forget(circle, event));
            return true;
        } catch (RuntimeException e) {
            return giveWay(circle, event, e);
        }
    }

    private <E extends Event> void handOver(CircleId circle, Waiting event, Listener<E> listener) {
        var first = db.sql("""
                insert into kernel.event_handled (circle_id, event_id, listener, handled_at)
                values (:circle, :event, :listener, :now)
                on conflict do nothing
                """)
                        .with("circle", circle)
                        .with("event", event.id())
                        .with("listener", listener.name())
                        .with("now", clock.instant())
                        .run()
                == 1;
        if (first) {
            listener.on(json.readValue(event.body(), listener.event()));
        }
    }

    private void forget(CircleId circle, Waiting event) {
        db.sql("delete from kernel.event_handled where circle_id = :circle and event_id = :event")
                .with("circle", circle)
                .with("event", event.id())
                .run();
        db.sql("delete from kernel.event where circle_id = :circle and event_id = :event")
                .with("circle", circle)
                .with("event", event.id())
                .run();
    }

    private boolean giveWay(CircleId circle, Waiting event, RuntimeException e) {
        var tries = event.tries() + 1;
        var parked = tries >= TRIES;
        log.warn("Event {} {} failed, try {}{}", event.kind(), event.id(), tries, parked ? ", parked" : "", e);
        db.sql("""
                update kernel.event
                   set tries = :tries, parked = :parked, next_at = :next, last_error = :error
                 where circle_id = :circle and event_id = :event
                """)
                .with("circle", circle)
                .with("event", event.id())
                .with("tries", tries)
                .with("parked", parked)
                .with("next", clock.instant().plusSeconds(1L << tries))
                .with("error", e.toString())
                .run();
        return parked;
    }

    private boolean lease(CircleId circle, UUID holder) {
        var now = clock.instant();
        return db.sql("""
                insert into kernel.event_lease as l (circle_id, holder, until)
                values (:circle, :holder, :until)
                on conflict (circle_id) do update
                   set holder = excluded.holder, until = excluded.until
                 where l.until < :now or l.holder = excluded.holder
                """)
                        .with("circle", circle)
                        .with("holder", holder)
                        .with("until", now.plus(LEASE))
                        .with("now", now)
                        .run()
                == 1;
    }

    private void release(CircleId circle, UUID holder) {
        db.sql("delete from kernel.event_lease where circle_id = :circle and holder = :holder")
                .with("circle", circle)
                .with("holder", holder)
                .run();
    }

    private List<Listener<?>> listenersOf(String kind) {
        if (byKind.isEmpty()) {
            byKind = listeners.stream()
                    .collect(Collectors.groupingBy(listener -> listener.event().getSimpleName()));
        }
        return byKind.getOrDefault(kind, List.of());
    }
}
