package app.teahouse.applications;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the applications of a deleted circle. */
@Component
@Order(-3)
class ApplicationsHousehold implements Household {
    private final Db db;

    ApplicationsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from applications.application
                 where circle_id = :circle
                   and application_id in (select application_id
                                            from applications.application
                                           where circle_id = :circle
                                           limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }
}
