package app.teahouse.highlights;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away which candidates the staff of a deleted circle had put aside. */
@Component
@Order(-4)
class HighlightsHousehold implements Household {
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
}
