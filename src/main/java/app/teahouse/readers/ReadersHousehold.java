package app.teahouse.readers;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away what was counted of a deleted circle. Its rows name nobody. */
@Component
@Order(-4)
class ReadersHousehold implements Household, Luggage {
    private final Db db;

    ReadersHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from readers.report
                 where circle_id = :circle
                   and column_id in (select column_id from readers.report where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("readers.report", "counted anew from time to time"));
    }
}
