package app.teahouse.synonyms;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the synonyms of a deleted circle. Who made a line is not told anybody, so it stays when they leave. */
@Component
@Order(-4)
class SynonymsHousehold implements Household, Luggage {
    private final Db db;

    SynonymsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from synonyms.line
                 where circle_id = :circle
                   and line_id in (select line_id from synonyms.line where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.of("synonyms.line", "line_id").people("made_by"));
    }
}
