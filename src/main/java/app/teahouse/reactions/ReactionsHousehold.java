package app.teahouse.reactions;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the reactions in a deleted circle. */
@Component
@Order(-4)
class ReactionsHousehold implements Household {
    private final Db db;

    ReactionsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var given = db.sql("""
                delete from reactions.reaction
                 where circle_id = :circle
                   and (target_id, account_id) in
                       (select target_id, account_id from reactions.reaction where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var counted = db.sql("""
                delete from reactions.tally
                 where circle_id = :circle
                   and (target_id, kind) in
                       (select target_id, kind from reactions.tally where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        return given + counted > 0;
    }
}
