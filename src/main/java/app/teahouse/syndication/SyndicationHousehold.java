package app.teahouse.syndication;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The addresses of a deleted circle's feeds lead nowhere any more. */
@Component
@Order(-4)
class SyndicationHousehold implements Household {
    private final Db db;

    SyndicationHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from syndication.address
                 where circle_id = :circle
                   and account_id in (select account_id from syndication.address where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }
}
