package app.teahouse.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Events that could not be delivered in ten tries: what an operator sees of them, and how they are tried again. */
@Component
public class ParkedEvents {
    private static final int MOST = 100;

    private final Db db;
    private final Clock clock;
    private final EventRelay relay;

    ParkedEvents(Db db, Clock clock, EventRelay relay) {
        this.db = db;
        this.clock = clock;
        this.relay = relay;
    }

    /** A parked event; never its body, which may hold what was written. */
    public record ParkedView(
            CircleId circle,
            UUID id,
            String kind,
            Instant madeAt,
            int tries,
            @Nullable String error) {}

    public List<ParkedView> newest(Operator operator) {
        return db.sql("""
                select circle_id, event_id, kind, made_at, tries, last_error
                  from kernel.event
                 where parked
                 order by event_id desc
                 limit :most
                """)
                .with("most", MOST)
                .all((row, n) -> new ParkedView(
                        new CircleId(Db.uuid(row, 1)),
                        Db.uuid(row, 2),
                        row.getString(3),
                        Db.instant(row, 4),
                        row.getInt(5),
                        row.getString(6)));
    }

    /** Lets an event be delivered again, with ten new tries; answers its kind. */
    @Transactional
    public String retry(Operator operator, CircleId circle, UUID event) {
        var kind = db.sql("""
                update kernel.event
                   set parked = false, tries = 0, next_at = :now
                 where circle_id = :circle and event_id = :event and parked
                returning kind
                """)
                .with("circle", circle)
                .with("event", event)
                .with("now", clock.instant())
                .maybe((row, n) -> row.getString(1))
                .orElseThrow(() -> Refusal.notFound("event.not-parked"));
        relay.wakeAfterCommit(circle);
        return kind;
    }

    /** How many wait and how many are parked, over all circles; for health and metrics. */
    public record Backlog(long waiting, long parked) {}

    public Backlog backlog() {
        return db.sql("select count(*) filter (where not parked), count(*) filter (where parked) from kernel.event")
                .one((row, n) -> new Backlog(row.getLong(1), row.getLong(2)));
    }
}
