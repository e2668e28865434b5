package app.teahouse.orders;

import app.teahouse.circles.Household;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.luggage.Crate;
import app.teahouse.luggage.Luggage;
import app.teahouse.treasury.KeptBooks;
import java.util.List;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Orders stay with the site that took the money, also when the circle is erased: without words and names, and for the years that the
 * operator set (docs/money.md).
 */
@Component
@Order(-3)
class OrdersHousehold implements Household, KeptBooks, Luggage {
    private static final String WHY = "money stays with the site that took it";

    private final Db db;

    OrdersHousehold(Db db) {
        this.db = db;
    }

    @Override
    public boolean erase(CircleId circle, int atMost) {
        db.sql("delete from orders.invoice where circle_id = :circle and issued_at is null")
                .with("circle", circle)
                .run();
        db.sql("""
                update orders.invoice
                   set title = '', tax_number = '', email = '', file = null, document = null, document_type = null
                 where circle_id = :circle and title <> ''
                """).with("circle", circle).run();
        db.sql("update orders.refund set reason = '' where circle_id = :circle and reason <> ''")
                .with("circle", circle)
                .run();
        return db.sql("""
                update orders.entry
                   set title = '', questions = '{}', answers = '{}'
                 where circle_id = :circle
                   and order_id in (select order_id
                                      from orders.entry
                                     where circle_id = :circle and title <> ''
                                     limit :most)
                """).with("circle", circle).with("most", atMost).run() == atMost;
    }

    @Override
    public boolean keeps(CircleId circle) {
        return db.sql("select 1 from orders.entry where circle_id = :circle limit 1")
                .with("circle", circle)
                .exists();
    }

    private record Kept(UUID order, UUID account) {}

    @Override
    public boolean remove(CircleId circle, int atMost) {
        var kept = db.sql("select order_id, account_id from orders.entry where circle_id = :circle limit :most")
                .with("circle", circle)
                .with("most", atMost)
                .all((row, n) -> new Kept(Db.uuid(row, 1), Db.uuid(row, 2)));
        db.sql("""
                delete from orders.account_entry
                 where (account_id, order_id) in (select account, k.order_id from unnest(:accounts, :orders) as k (account, order_id))
                """)
                .withUuids("accounts", kept.stream().map(Kept::account).toList())
                .withUuids("orders", kept.stream().map(Kept::order).toList())
                .run();
        var ids = kept.stream().map(Kept::order).toList();
        removeOf(circle, ids);
        db.sql("delete from orders.entry where circle_id = :circle and order_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", ids)
                .run();
        if (kept.size() == atMost) {
            return true;
        }
        db.sql("delete from orders.counter where circle_id = :circle")
                .with("circle", circle)
                .run();
        db.sql("delete from orders.fee where circle_id = :circle")
                .with("circle", circle)
                .run();
        return false;
    }

    private void removeOf(CircleId circle, List<UUID> orders) {
        db.sql("delete from orders.refund where circle_id = :circle and order_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", orders)
                .run();
        db.sql("delete from orders.dispute where circle_id = :circle and order_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", orders)
                .run();
        db.sql("delete from orders.invoice where circle_id = :circle and order_id = any(:ids)")
                .with("circle", circle)
                .withUuids("ids", orders)
                .run();
    }

    @Override
    public List<Crate> crates() {
        return List.of(
                Crate.stays("orders.entry", WHY),
                Crate.stays("orders.counter", WHY),
                Crate.stays("orders.refund", WHY),
                Crate.stays("orders.dispute", WHY),
                Crate.stays("orders.fee", WHY),
                Crate.stays("orders.invoice", WHY));
    }
}
