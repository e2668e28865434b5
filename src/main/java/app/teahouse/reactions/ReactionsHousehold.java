package app.teahouse.reactions;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Arrival;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.luggage.Row;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the reactions in a deleted circle. */
@Component
@Order(-4)
class ReactionsHousehold implements Household, Luggage {
    private final Db db;

    ReactionsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var given = db.sql("""
                delete from reactions.reaction
                 where circle_id = :circle
                   and (target_id, account_id) in
                       (select target_id, account_id from reactions.reaction where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var counted = db.sql("""
                delete from reactions.tally
                 where circle_id = :circle
                   and (target_id, kind) in
                       (select target_id, kind from reactions.tally where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        return given + counted > 0;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.of("reactions.reaction", "target_id, account_id")
                        .people("account_id")
                        .stage(Crate.Stage.FIRST)
                        .atOnce(5_000)
                        .then(this::tally),
                Crate.stays("reactions.tally", "counted anew from the reactions"));
    }

    private void tally(Arrival arrival, List<Row> rows) {
        rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Map.entry(row.id("target_id"), row.text("kind")), Collectors.counting()))
                .forEach((about, many) -> db.sql("""
                        insert into reactions.tally as t (circle_id, target_id, kind, count)
                        values (:circle, :target, :kind, :many)
                        on conflict (circle_id, target_id, kind) do update set count = t.count + excluded.count
                        """)
                        .with("circle", arrival.circle())
                        .with("target", about.getKey())
                        .with("kind", about.getValue())
                        .with("many", many)
                        .run());
    }
}
