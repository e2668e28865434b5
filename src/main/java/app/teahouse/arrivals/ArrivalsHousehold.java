package app.teahouse.arrivals;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How a circle came in, and the places that wait in it, go with it. */
@Component
@Order(-5)
class ArrivalsHousehold implements Household, Luggage {
    private final Db db;

    ArrivalsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var places = db.sql("""
                delete from arrivals.place
                 where circle_id = :circle
                   and number in (select number from arrivals.place where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (places > 0) {
            return true;
        }
        // One that is being cleared away again is the work that asks for this.
        return db.sql("delete from arrivals.arrival where circle_id = :circle and state = 'done'")
                        .with("circle", circle)
                        .run()
                > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("arrivals.arrival", "how it came to this site; its first id stands in circle.json"),
                Crate.stays("arrivals.place", "marks that wait leave in people/"));
    }
}
