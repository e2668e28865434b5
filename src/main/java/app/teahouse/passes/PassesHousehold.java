package app.teahouse.passes;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away who had time in a deleted circle; what was paid for it stands in the orders. */
@Component
@Order(-3)
class PassesHousehold implements Household, Luggage {
    private static final String WHY = "what was paid on this site holds on this site";

    private final Db db;

    PassesHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var spans = db.sql("""
                delete from passes.span
                 where circle_id = :circle
                   and span_id in (select span_id from passes.span where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var rows = db.sql("""
                delete from passes.pass
                 where circle_id = :circle
                   and account_id in (select account_id from passes.pass where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        db.sql("delete from passes.turn where circle_id = :circle")
                .with("circle", circle)
                .run();
        return spans == atMost || rows == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("passes.pass", WHY), Crate.stays("passes.span", WHY), Crate.stays("passes.turn", WHY));
    }
}
