package app.teahouse.takeaway;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the files that were made of a deleted circle. */
@Component
@Order(-3)
class TakeawayHousehold implements Household, Luggage {
    private final Db db;
    private final ClearShelf clearShelf;

    TakeawayHousehold(Db db, ClearShelf clearShelf) {
        this.db = db;
        this.clearShelf = clearShelf;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var ids = db.sql("select run_id from takeaway.run where circle_id = :circle limit :most")
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new TakeawayId(Db.uuid(row, 1)));
        ids.forEach(clearShelf::delete);
        db.sql("delete from takeaway.run where circle_id = :circle and run_id = any(:ids)")
                .with("circle", circle)
                .withIds("ids", ids)
                .run();
        return ids.size() == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("takeaway.run", "files made on this site, kept there for some days"));
    }
}
