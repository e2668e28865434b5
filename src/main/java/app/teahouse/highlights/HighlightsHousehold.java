package app.teahouse.highlights;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away which candidates the staff of a deleted circle had put aside. */
@Component
@Order(-4)
class HighlightsHousehold implements Household, Luggage {
    private final Db db;

    HighlightsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        return db.sql("""
                delete from highlights.dismissed
                 where circle_id = :circle
                   and post_id in (select post_id from highlights.dismissed where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.of("highlights.dismissed", "post_id").people("made_by"));
    }
}
