package app.teahouse.payouts;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Takes away where the money of a deleted circle went; that it went stays in the books, without the account. */
@Component
@Order(-3)
class PayoutsHousehold implements Household, Luggage {
    private static final String WHY = "money stays with the site that took it";

    private final Db db;

    PayoutsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from payouts.details where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("update payouts.payout set sealed = '', label = '' where circle_id = :circle and label <> ''")
                .with("circle", circle)
                .run();
        return false;
    }

    @Override
    public List<Crate> crates() {
        return List.of(Crate.stays("payouts.details", WHY), Crate.stays("payouts.payout", WHY));
    }
}
