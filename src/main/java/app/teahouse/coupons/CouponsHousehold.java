package app.teahouse.coupons;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Takes away the coupons of a deleted circle; what they took off stands in its orders. Of an account that leaves, its uses keep the id as
 * its orders do: limits count by it, and it leads nowhere.
 */
@Component
@Order(-3)
class CouponsHousehold implements Household, Luggage {
    private static final String WHY = "prices hold on the site where they are paid";

    private final Db db;

    CouponsHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        var uses = db.sql("""
                delete from coupons.use
                 where circle_id = :circle
                   and order_id in (select order_id from coupons.use where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        var claims = db.sql("""
                delete from coupons.code
                 where circle_id = :circle
                   and claim in (select claim from coupons.code where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run();
        db.sql("delete from coupons.coupon where circle_id = :circle")
                .with("circle", circle)
                .run();
        return uses == atMost || claims == atMost;
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("coupons.coupon", WHY), Crate.stays("coupons.code", WHY), Crate.stays("coupons.use", WHY));
    }
}
