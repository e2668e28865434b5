package app.teahouse.log;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the log of a deleted circle. */
@Component
@Order(-3)
class LogHousehold implements Household, Luggage {
    private final Db db;

    LogHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from log.entry
                 where circle_id = :circle
                   and entry_id in (select entry_id from log.entry where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.of("log.entry", "entry_id")
                .people("by_id, whose_id")
                .check("kind", CircleLog.KINDS::contains)
                .making(LogHousehold::check));
    }

    /** The sentence about who may come in has two halves. */
    private static void check(Arrival arrival, List<Row> rows) {
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            if (row.text("kind").equals("access") && !row.text("about").matches("[a-z]+,[a-z]+")) {
                throw Refusal.invalid("file", "luggage.impossible")
                        .with("path", "log.entry")
                        .with("line", i + 1);
            }
        }
    }
}
