package app.teahouse.reports;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Reports go with their circle. */
@Component
@Order(-4)
class ReportsHousehold implements Household, Luggage {
    private final Db db;

    ReportsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from reports.report
                 where circle_id = :circle
                   and (kind, thing_id, account_id) in
                       (select kind, thing_id, account_id from reports.report where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays(
                "reports.report", "who reported whom was said in confidence to the staff of the circle on this site"));
    }
}
