package app.teahouse.kernel;

import java.time.Clock;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.databind.json.JsonMapper;

/** Tells the rooms above what happened: a row in the caller's transaction, delivered after its commit by {@link EventRelay}. */
@Component
public class Events {
    private final Db db;
    private final Clock clock;
    private final JsonMapper json;
    private final EventRelay relay;
    private final ObjectProvider<Listener<?>> listeners;
    private volatile @Nullable Set<Class<?>> heard;

    Events(Db db, Clock clock, JsonMapper json, EventRelay relay, ObjectProvider<Listener<?>> listeners) {
        this.db = db;
        this.clock = clock;
        this.json = json;
        this.relay = relay;
        this.listeners = listeners;
    }

    public void publish(Event event) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("An event is part of a transaction: " + event);
        }
        if (!isHeard(event)) {
            return;
        }
        var now = clock.instant();
        db.sql("""
                insert into kernel.event (circle_id, event_id, kind, body, made_at, next_at)
                values (:circle, :id, :kind, :body, :now, :now)
                """)
                .with("circle", event.circle())
                .with("id", Ids.next())
                .with("kind", event.getClass().getSimpleName())
                .with("body", json.writeValueAsString(event))
                .with("now", now)
                .run();
        // Who travels has it delivered by EventRelay#deliver, at the moment they are in.
        if (!Time.isElsewhere()) {
            relay.wakeAfterCommit(event.circle());
        }
    }

    /** Of a circle that is erased nothing is told any more. */
    public void forget(CircleId circle) {
        db.sql("delete from kernel.event_handled where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from kernel.event where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from kernel.event_lease where circle_id = :circle")
                .with("circle", circle)
                .run();
    }

    private boolean isHeard(Event event) {
        var known = heard;
        if (known == null) {
            known = listeners.stream().map(Listener::event).collect(Collectors.toUnmodifiableSet());
            heard = known;
        }
        return known.contains(event.getClass());
    }
}
