package app.teahouse.applications;

import app.teahouse.circles.Household;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away the applications of a deleted circle, on both sides. */
@Component
@Order(-3)
class ApplicationsHousehold implements Household {
    private final Db db;

    ApplicationsHousehold(Db db) {
        this.db = db;
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
        db.sql("delete from applications.account_application where account_id = any(:accounts) and circle_id = :circle")
                .with("circle", circle)
                .withIds("accounts", erased)
                .run();
        return erased.size() == atMost;
    }
}
