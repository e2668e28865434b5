package app.teahouse.takeaway;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the files that were made of a deleted circle. */
@Component
@Order(-3)
class TakeawayHousehold implements Household {
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
}
