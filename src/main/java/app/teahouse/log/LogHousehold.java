package app.teahouse.log;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the log of a deleted circle. */
@Component
@Order(-3)
class LogHousehold implements Household {
    private final Db db;

    LogHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from log.entry
                 where circle_id = :circle
                   and entry_id in (select entry_id from log.entry where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }
}
