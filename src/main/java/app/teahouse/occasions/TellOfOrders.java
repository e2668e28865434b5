package app.teahouse.occasions;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Listener;
import app.teahouse.kernel.Money;
import app.teahouse.notify.NoticeKind;
import app.teahouse.orders.OrderPaid;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Tells owner and partners of each order that was paid; of more than five a day only that there are more. */
@Component
class TellOfOrders implements Listener<OrderPaid> {
    static final int EACH = 5;

    private final MoneyNews moneyNews;
    private final Db db;

    TellOfOrders(MoneyNews moneyNews, Db db) {
        this.moneyNews = moneyNews;
        this.db = db;
    }

    @Override
    public Class<OrderPaid> event() {
        return OrderPaid.class;
    }

    @Override
    public void on(OrderPaid event) {
        var face = moneyNews.face(event.circle()).orElse(null);
        if (face == null) {
            return;
        }
        var day = LocalDate.ofInstant(event.at(), face.zone());
        var order = Ids.text(event.order());
        var sum = Money.of(event.minor(), event.currency());
        var one = new MoneyNews.Word(
                NoticeKind.ORDER_PAID,
                "order:" + event.order().value(),
                event.title(),
                sum,
                event.number(),
                order,
                "order-paid",
                "/manage/money/orders/" + order);
        var many = new MoneyNews.Word(
                NoticeKind.ORDERS_MANY,
                "orders:" + day,
                "",
                sum,
                event.number(),
                "",
                "orders-many",
                "/manage/money/orders");
        moneyNews.tell(
                event.circle(),
                paidBefore(event, day.atStartOfDay(face.zone()).toInstant()) < EACH ? one : many,
                moneyNews.staff(event.circle()));
    }

    /** How many were paid on this day before, as far as that matters. */
    private int paidBefore(OrderPaid event, Instant from) {
        return db.sql("""
                select order_id
                  from orders.entry
                 where circle_id = :circle and paid_at >= :from and (paid_at, order_id) < (:at, :order) and amount > 0
                 order by paid_at desc, order_id desc
                 limit :most
                """)
                .with("circle", event.circle())
                .with("from", from)
                .with("at", event.at())
                .with("order", event.order())
                .with("most", EACH)
                .all((row, n) -> Db.uuid(row, 1))
                .size();
    }
}
