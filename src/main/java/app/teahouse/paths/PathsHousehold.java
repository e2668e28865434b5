package app.teahouse.paths;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the paths through a deleted circle. */
@Component
@Order(-4)
class PathsHousehold implements Household, Luggage {
    private final Db db;

    PathsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var stops = db.sql("""
                delete from paths.stop
                 where circle_id = :circle
                   and (account_id, post_id) in
                       (select account_id, post_id from paths.stop where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var passed = db.sql("""
                delete from paths.passed
                 where circle_id = :circle
                   and (account_id, post_id) in
                       (select account_id, post_id from paths.passed where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var paths = db.sql("""
                delete from paths.path
                 where circle_id = :circle
                   and account_id in (select account_id from paths.path where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var pool = db.sql("delete from paths.pool where circle_id = :circle")
                .with("circle", circle)
                .run();
        var walk = db.sql("delete from paths.walk where circle_id = :circle")
                .with("circle", circle)
                .run();
        return stops + passed + paths + pool + walk > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("paths.path", "account_id").people("account_id").discreet(),
                Crate.of("paths.stop", "account_id, post_id")
                        .people("account_id")
                        .discreet(),
                Crate.of("paths.passed", "account_id, post_id")
                        .people("account_id")
                        .discreet(),
                Crate.stays("paths.pool", "computed anew from the posts"),
                Crate.stays("paths.walk", "how far that is"));
    }
}
