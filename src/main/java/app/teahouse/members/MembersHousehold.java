package app.teahouse.members;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the memberships of a deleted circle, on both sides. */
@Component
@Order(-3)
class MembersHousehold implements Household {
    private final Db db;
    private final List<Belongings> rooms;

    MembersHousehold(Db db, List<Belongings> rooms) {
        this.db = db;
        this.rooms = rooms;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var accounts = db.sql("select account_id from members.membership where circle_id = :circle limit :most")
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new AccountId(Db.uuid(row, 1)));
        if (accounts.isEmpty()) {
            eraseRest(circle);
            return false;
        }
        rooms.forEach(room -> room.forget(circle, accounts));
        db.sql("delete from members.account_circle where account_id = any(:accounts) and circle_id = :circle")
                .with("circle", circle)
                .withIds("accounts", accounts)
                .run();
        db.sql("delete from members.membership where circle_id = :circle and account_id = any(:accounts)")
                .with("circle", circle)
                .withIds("accounts", accounts)
                .run();
        return true;
    }

    private void eraseRest(CircleId circle) {
        db.sql("delete from members.speaking where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from members.handover where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from members.counter where circle_id = :circle")
                .with("circle", circle)
                .run();
    }
}
