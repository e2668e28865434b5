package app.teahouse.start;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the steps of a deleted circle, and what its members had taken of them. */
@Component
@Order(-4)
class StartHousehold implements Household, Luggage {
    private final Db db;

    StartHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var taken = db.sql("""
                delete from start.taken
                 where circle_id = :circle
                   and (account_id, step_id) in
                       (select account_id, step_id from start.taken where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var steps = db.sql("delete from start.step where circle_id = :circle")
                .with("circle", circle)
                .run();
        var plans = db.sql("delete from start.plan where circle_id = :circle")
                .with("circle", circle)
                .run();
        return taken + steps + plans > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("start.plan", ""),
                Crate.of("start.step", "step_id").text("note").most("title", 200),
                Crate.of("start.taken", "account_id, step_id")
                        .people("account_id")
                        .discreet());
    }
}
