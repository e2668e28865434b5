package app.teahouse.orders;

import app.teahouse.departures.Archive;
import app.teahouse.departures.Leaving;
import app.teahouse.departures.OwnData;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Of an account that is deleted the books keep its id and nothing else: not what was answered, not whose name an invoice bore. */
@Component
@Order(-3)
class LeaveOrders implements Leaving, OwnData {
    private static final int STEP = 200;

    private final Db db;

    LeaveOrders(Db db) {
        this.db = db;
    }

    private record Mine(UUID order, CircleId circle) {}

    private List<Mine> page(AccountId account, UUID after) {
        return db.sql("""
                select order_id, circle_id
                  from orders.account_entry
                 where account_id = :account and order_id > :after
                 order by order_id
                 limit :most
                """)
                .with("account", account)
                .with("after", after)
                .with("most", STEP)
                .all((row, n) -> new Mine(Db.uuid(row, 1), new CircleId(Db.uuid(row, 2))));
    }

    @Override
    public boolean step(AccountId account, boolean wordsGo, Instant now) {
        var page = page(account, new UUID(0, 0));
        for (var one : page) {
            db.sql(
                            "update orders.entry set questions = '{}', answers = '{}' where circle_id = :circle and order_id = :order")
                    .with("circle", one.circle())
                    .with("order", one.order())
                    .run();
            strip(one);
            db.sql("delete from orders.account_entry where account_id = :account and order_id = :order")
                    .with("account", account)
                    .with("order", one.order())
                    .run();
        }
        return page.size() == STEP;
    }

    /** That an invoice was issued, and when, is a fact of the books; for whom it was made out is not. */
    private void strip(Mine one) {
        db.sql("delete from orders.invoice where circle_id = :circle and order_id = :order and issued_at is null")
                .with("circle", one.circle())
                .with("order", one.order())
                .run();
        db.sql("""
                update orders.invoice
                   set title = '', tax_number = '', email = '', file = null, document = null, document_type = null
                 where circle_id = :circle and order_id = :order
                """).with("circle", one.circle()).with("order", one.order()).run();
        db.sql("update orders.refund set reason = '' where circle_id = :circle and order_id = :order")
                .with("circle", one.circle())
                .with("order", one.order())
                .run();
    }

    private record Line(
            String number,
            String title,
            String kind,
            String state,
            long amount,
            String currency,
            long refunded,
            @Nullable Instant paidAt,
            @Nullable String coupon,
            long couponTook,
            List<String> questions,
            List<String> answers) {}

    @Override
    public void write(AccountId account, Archive archive) throws IOException {
        try (var file = archive.file("orders.jsonl")) {
            var page = page(account, new UUID(0, 0));
            while (!page.isEmpty()) {
                for (var one : page) {
                    archive.line(file, line(one));
                }
                page = page(account, page.getLast().order());
            }
        }
    }

    private Line line(Mine mine) {
        return db.sql("""
                select e.number, e.title, e.kind, e.state, e.amount, e.currency, e.refunded, e.paid_at, c.name, coalesce(u.discount, 0),
                       e.questions, e.answers
                  from orders.entry e
                  left join coupons.use u on u.circle_id = e.circle_id and u.order_id = e.order_id and u.state <> 'released'
                  left join coupons.coupon c on c.circle_id = u.circle_id and c.coupon_id = u.coupon_id
                 where e.circle_id = :circle and e.order_id = :order
                """)
                .with("circle", mine.circle())
                .with("order", mine.order())
                .one((row, n) -> new Line(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getLong(5),
                        row.getString(6),
                        row.getLong(7),
                        Db.maybeInstant(row, 8),
                        row.getString(9),
                        row.getLong(10),
                        Db.texts(row, 11),
                        Db.texts(row, 12)));
    }
}
