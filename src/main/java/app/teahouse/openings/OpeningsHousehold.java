package app.teahouse.openings;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away which operators once read in a deleted circle. */
@Component
@Order(-3)
class OpeningsHousehold implements Household, Luggage {
    private final Db db;

    OpeningsHousehold(Db db) {
        this.db = db;
    }

    /** Only operators make some, so they are few. */
    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from openings.opening where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays(
                "openings.opening", "it is about operators of this site; the circle's log, which names them, leaves"));
    }
}
