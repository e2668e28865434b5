package app.teahouse.imports;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the imports of a deleted circle. Archives that still waited go when their time comes. */
@Component
@Order(-4)
class ImportsHousehold implements Household, Luggage {
    private static final String WHY = "the work of an import; what it brought leaves as posts";

    private final Db db;

    ImportsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var articles = db.sql("""
                delete from imports.article
                 where circle_id = :circle
                   and (run_id, position) in
                       (select run_id, position from imports.article where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var oddities = db.sql("""
                delete from imports.oddity
                 where circle_id = :circle
                   and (run_id, oddity_id) in
                       (select run_id, oddity_id from imports.oddity where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        if (articles + oddities > 0) {
            return true;
        }
        return db.sql("""
                delete from imports.run
                 where circle_id = :circle
                   and run_id in (select run_id from imports.run where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("imports.run", WHY),
                Crate.stays("imports.article", WHY),
                Crate.stays("imports.oddity", WHY));
    }
}
