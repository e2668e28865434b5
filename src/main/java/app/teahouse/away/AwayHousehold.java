package app.teahouse.away;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away what is known of the pictures of a deleted circle. */
@Component
@Order(-4)
class AwayHousehold implements Household, Luggage {
    private static final String WHY = "the work of an import; copies of pictures leave as files.copy";

    private final Db db;

    AwayHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var uses = db.sql("""
                delete from away.use
                 where circle_id = :circle
                   and (number, picture_id) in
                       (select number, picture_id from away.use where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (uses > 0) {
            return true;
        }
        return db.sql("""
                delete from away.picture
                 where circle_id = :circle
                   and picture_id in (select picture_id from away.picture where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("away.picture", WHY), Crate.stays("away.use", WHY));
    }
}
