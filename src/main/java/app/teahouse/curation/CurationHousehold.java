package app.teahouse.curation;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away what the staff of a deleted circle noted of its posts. */
@Component
@Order(-4)
class CurationHousehold implements Household, Luggage {
    private final Db db;

    CurationHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var log = db.sql("""
                delete from curation.highlight_log
                 where circle_id = :circle
                   and log_id in (select log_id from curation.highlight_log where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (log > 0) {
            return true;
        }
        db.sql("delete from curation.pin_counter where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("curation.highlight_log", "log_id").people("account_id"),
                Crate.of("curation.pin_counter", ""));
    }
}
