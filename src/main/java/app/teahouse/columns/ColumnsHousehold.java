package app.teahouse.columns;

import app.teahouse.circles.Household;
import app.teahouse.files.Holdings;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the columns of a deleted circle, and what its members had done of them. */
@Component
@Order(-4)
class ColumnsHousehold implements Household, Luggage {
    private final Db db;
    private final Holdings holdings;

    ColumnsHousehold(Db db, Holdings holdings) {
        this.db = db;
        this.holdings = holdings;
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

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("columns.counter", ""),
                Crate.of("columns.done", "account_id, post_id")
                        .people("account_id")
                        .discreet(),
                Crate.of("columns.item", "column_id, post_id"),
                Crate.of("columns.section", "column_id, section_id").most("name", 200),
                Crate.of("columns.series", "column_id")
                        .people("made_by")
                        .files("cover")
                        .most("name", 200)
                        .then(this::holdCovers));
    }

    private void holdCovers(Arrival arrival, List<Row> rows) {
        rows.stream()
                .filter(row -> row.has("cover"))
                .forEach(row -> holdings.hold(
                        arrival.circle(),
                        WriteColumn.holder(new ColumnId(row.id("column_id"))),
                        List.of(Ids.text(new CoverId(row.id("cover"))))));
    }
}
