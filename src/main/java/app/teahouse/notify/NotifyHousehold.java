package app.teahouse.notify;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Clears out a deleted circle's broadcasts. What its members were told stands with their accounts: it is
 * not shown without the circle, and goes with time.
 */
@Component
@Order(-7)
class NotifyHousehold implements Household, Luggage {
    private final Db db;

    NotifyHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var broadcasts = db.sql("""
                delete from notify.broadcast
                 where circle_id = :circle
                   and (audience, about) in (select audience, about
                                               from notify.broadcast
                                              where circle_id = :circle
                                              limit :most)
                """).with("circle", circle).with("most", atMost).run();
        return broadcasts == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("notify.broadcast", "who had to be told was told on the site where it happened"));
    }
}
