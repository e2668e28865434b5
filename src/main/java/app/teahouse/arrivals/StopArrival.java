package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Who brought an archive thinks again. What had come in is taken away by {@link WorkArrivals}; nothing stays behind. */
@Component
class StopArrival {
    private final Db db;
    private final Clock clock;
    private final ArrivalFiles files;

    StopArrival(Db db, Clock clock, ArrivalFiles files) {
        this.db = db;
        this.clock = clock;
        this.files = files;
    }

    void stop(Person person, CircleId circle) {
        var dropped = db.sql("""
                update arrivals.arrival
                   set state = 'cancelled', finished_at = :now
                 where circle_id = :circle and made_by = :person and state = 'ready'
                """)
                .with("circle", circle)
                .with("person", person.account())
                .with("now", clock.instant())
                .run();
        if (dropped == 1) {
            files.forget(circle);
            return;
        }
        var stopped = db.sql("""
                update arrivals.arrival
                   set state = 'clearing', finished_at = :now, blinded_key = null
                 where circle_id = :circle and made_by = :person and state = 'running'
                """)
                .with("circle", circle)
                .with("person", person.account())
                .with("now", clock.instant())
                .run();
        if (stopped == 0) {
            throw Refusal.conflict("arrival.not-running");
        }
    }
}
