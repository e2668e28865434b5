package app.teahouse.exports;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The exports of a deleted circle go, with their files. */
@Component
@Order(-5)
class ExportsHousehold implements Household, Luggage {
    private final Db db;
    private final ExportFiles files;

    ExportsHousehold(Db db, ExportFiles files) {
        this.db = db;
        this.files = files;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var runs = db.sql("select run_id from exports.run where circle_id = :circle limit :most")
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new RunId(Db.uuid(row, 1)));
        runs.forEach(files::forget);
        db.sql("delete from exports.run where circle_id = :circle and run_id = any(:runs)")
                .with("circle", circle)
                .withIds("runs", runs)
                .run();
        return !runs.isEmpty();
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("exports.run", "it is about this file itself"));
    }
}
