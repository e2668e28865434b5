package app.teahouse.following;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Clears out the counts of followers in a deleted circle. */
@Component
@Order(-7)
class FollowingHousehold implements Household, Luggage {
    private final Db db;

    FollowingHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from following.followed
                 where circle_id = :circle
                   and target in (select target from following.followed where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("following.followed", "counts the lists of accounts, which are theirs"));
    }
}
