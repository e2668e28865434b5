package app.teahouse.arrivals;

import app.teahouse.circles.ReserveSlug;
import app.teahouse.endings.EraseCircle;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes away what had come in of a circle that did not come in, some rows at a time, and its archive. */
@Component
class ClearArrival {
    private final Db db;
    private final EraseCircle eraseCircle;
    private final ReserveSlug reserveSlug;
    private final ArrivalFiles files;
    private final Clock clock;

    ClearArrival(Db db, EraseCircle eraseCircle, ReserveSlug reserveSlug, ArrivalFiles files, Clock clock) {
        this.db = db;
        this.eraseCircle = eraseCircle;
        this.reserveSlug = reserveSlug;
        this.files = files;
        this.clock = clock;
    }

    /** Answers whether there is more to take away; nothing where nothing is to be cleared. */
    boolean step(CircleId circle) {
        var slug = db.sql("select slug from arrivals.arrival where circle_id = :circle and state = 'clearing'")
                .with("circle", circle)
                .maybe(String.class);
        if (slug.isEmpty()) {
            return false;
        }
        files.forget(circle);
        if (eraseCircle.step(circle)) {
            return true;
        }
        reserveSlug.release(circle, slug.get());
        db.sql("""
                update arrivals.arrival
                   set state = case when problem is null then 'cancelled' else 'failed' end
                 where circle_id = :circle and state = 'clearing'
                """).with("circle", circle).run();
        return false;
    }

    /** Archives nobody said yes to. */
    void dropOld(Instant before) {
        db.sql("select circle_id from arrivals.arrival where state = 'ready' and made_at < :before limit 20")
                .with("before", before)
                .all((row, n) -> new CircleId(Db.uuid(row, 1)))
                .forEach(circle -> {
                    db.sql("""
                            update arrivals.arrival
                               set state = 'cancelled', finished_at = :now
                             where circle_id = :circle and state = 'ready'
                            """)
                            .with("circle", circle)
                            .with("now", clock.instant())
                            .run();
                    files.forget(circle);
                });
    }
}
