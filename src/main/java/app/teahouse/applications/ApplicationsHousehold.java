package app.teahouse.applications;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.members.Belongings;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the applications of a deleted circle, on both sides. */
@Component
@Order(-3)
class ApplicationsHousehold implements Household, Luggage {
    /** What members answered when they came; who waits is not of the circle yet, and applies again. */
    private static final String MEMBERS = "t.state <> 'waiting'";

    private final Db db;
    private final List<Belongings> rooms;

    ApplicationsHousehold(Db db, List<Belongings> rooms) {
        this.db = db;
        this.rooms = rooms;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var erased =
                db.sql("""
                delete from applications.application
                 where circle_id = :circle
                   and application_id in (select application_id
                                            from applications.application
                                           where circle_id = :circle
                                           limit :most)
                returning account_id
                """).with("circle", circle).with("most", atMost).all((row, n) -> new AccountId(Db.uuid(row, 1)));
        rooms.forEach(room -> room.forget(circle, erased));
        db.sql("delete from applications.account_application where account_id = any(:accounts) and circle_id = :circle")
                .with("circle", circle)
                .withIds("accounts", erased)
                .run();
        return erased.size() == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.of("applications.application", "application_id")
                .people("account_id, decided_by")
                .only(MEMBERS)
                .leave("picture", "the portrait is the account's"));
    }
}
