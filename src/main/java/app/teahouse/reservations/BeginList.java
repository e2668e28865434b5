package app.teahouse.reservations;

import app.teahouse.circles.CircleChanged;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A partner says yes to a list they looked at, or no. {@link WorkLists} does the rest; it stands in the circle's log. */
@Component
class BeginList {
    private final Db db;
    private final Events events;
    private final Clock clock;

    BeginList(Db db, Events events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal {@code reservation.list-not-ready} */
    @Transactional
    void begin(Partner partner, ListId list) {
        var total =
                db.sql("""
                update reservations.list
                   set state = 'running'
                 where circle_id = :circle and list_id = :list and state = 'ready'
                returning total - faulty
                """).with("circle", partner.circle()).with("list", list).all((row, n) -> row.getInt(1));
        if (total.isEmpty()) {
            throw Refusal.conflict("reservation.list-not-ready");
        }
        events.publish(new CircleChanged(
                partner.circle(),
                CircleChanged.Kind.PLACES,
                partner.account(),
                total.getFirst().toString(),
                "",
                clock.instant()));
    }

    /**
     * Before it begins or in the middle; what it has brought stays, and can be taken back place by place.
     *
     * @throws Refusal {@code reservation.list-not-ready}
     */
    @Transactional
    void stop(Partner partner, ListId list) {
        var stopped = db.sql("""
                update reservations.list
                   set state = 'cancelled', finished_at = :now
                 where circle_id = :circle and list_id = :list and state in ('ready', 'running')
                """)
                .with("circle", partner.circle())
                .with("list", list)
                .with("now", clock.instant())
                .run();
        if (stopped == 0) {
            throw Refusal.conflict("reservation.list-not-ready");
        }
    }
}
