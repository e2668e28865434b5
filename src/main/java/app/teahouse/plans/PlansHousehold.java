package app.teahouse.plans;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the plans of a deleted circle; what was sold by them stands in its orders. */
@Component
@Order(-3)
class PlansHousehold implements Household, Luggage {
    private final Db db;

    PlansHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from plans.plan where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from plans.counter where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from plans.terms where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("plans.plan", "prices hold on the site where they are paid"),
                Crate.stays("plans.counter", "it goes with its plans"),
                Crate.stays("plans.terms", "they go with the plans"));
    }
}
