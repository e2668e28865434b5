package app.teahouse.columns;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the columns of a deleted circle, and what its members had done of them. */
@Component
@Order(-4)
class ColumnsHousehold implements Household {
    private final Db db;

    ColumnsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var done = db.sql("""
                delete from columns.done
                 where circle_id = :circle
                   and (account_id, post_id) in
                       (select account_id, post_id from columns.done where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var items = db.sql("""
                delete from columns.item
                 where circle_id = :circle
                   and (column_id, post_id) in
                       (select column_id, post_id from columns.item where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var sections = db.sql("""
                delete from columns.section
                 where circle_id = :circle
                   and section_id in (select section_id from columns.section where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var columns = db.sql("""
                delete from columns.series
                 where circle_id = :circle
                   and column_id in (select column_id from columns.series where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var counters = db.sql("delete from columns.counter where circle_id = :circle")
                .with("circle", circle)
                .run();
        return done + items + sections + columns + counters > 0;
    }
}
