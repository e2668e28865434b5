package app.teahouse.readers;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away what was counted of a deleted circle. Its rows name nobody. */
@Component
@Order(-4)
class ReadersHousehold implements Household {
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
}
