package app.teahouse.payments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A circle is gone for years, and its books need not be kept any more: what was asked of whom, and how they paid, goes. */
@Component
public class RemoveCheckouts {
    private final Db db;

    RemoveCheckouts(Db db) {
        this.db = db;
    }

    private record Kept(UUID checkout, UUID payer) {}

    /** @return whether there may be more */
    public boolean remove(CircleId circle, int atMost) {
        var kept = db.sql("""
                select checkout_id, payer_id
                  from payments.checkout
                 where circle_id = :circle
                 limit :most
                """)
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new Kept(Db.uuid(row, 1), Db.uuid(row, 2)));
        db.sql("""
                delete from payments.account_checkout
                 where (account_id, checkout_id) in (select payer, checkout from unnest(:payers, :checkouts) as k (payer, checkout))
                """)
                .withUuids("payers", kept.stream().map(Kept::payer).toList())
                .withUuids("checkouts", kept.stream().map(Kept::checkout).toList())
                .run();
        var ids = kept.stream().map(Kept::checkout).toList();
        removeOf(circle, ids);
        db.sql("delete from payments.checkout where circle_id = :circle and checkout_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", ids)
                .run();
        if (kept.size() == atMost) {
            return true;
        }
        db.sql("delete from payments.counter where circle_id = :circle")
                .with("circle", circle)
                .run();
        return db.sql("""
                delete from payments.claim
                 where name in (select name from payments.claim where circle_id = :circle limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    private void removeOf(CircleId circle, List<UUID> checkouts) {
        db.sql("delete from payments.refund where circle_id = :circle and checkout_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", checkouts)
                .run();
        db.sql("delete from payments.dispute where circle_id = :circle and checkout_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", checkouts)
                .run();
        db.sql("delete from payments.attempt where circle_id = :circle and checkout_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", checkouts)
                .run();
    }
}
