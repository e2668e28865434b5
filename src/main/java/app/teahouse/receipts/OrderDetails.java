package app.teahouse.receipts;

import app.teahouse.accounts.AccountCard;
import app.teahouse.accounts.Accounts;
import app.teahouse.coupons.UseCoupon;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.orders.MayRefund;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.payments.PaidBy;
import app.teahouse.questions.Answers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what stands on an order's own page beside it: how it was paid, what went back, disputes and the invoice. */
@Component
class OrderDetails {
    private final Db db;
    private final UseCoupon useCoupon;
    private final PaidBy paidBy;
    private final Accounts accounts;
    private final MayRefund mayRefund;
    private final Answers answers;

    OrderDetails(Db db, UseCoupon useCoupon, PaidBy paidBy, Accounts accounts, MayRefund mayRefund, Answers answers) {
        this.db = db;
        this.useCoupon = useCoupon;
        this.paidBy = paidBy;
        this.accounts = accounts;
        this.mayRefund = mayRefund;
        this.answers = answers;
    }

    OrderView.Own of(Order order) {
        return new OrderView.Own(
                coupon(order),
                payment(order),
                refunds(order),
                mayRefund.isByMember(order),
                mayRefund.until(order).orElse(null),
                invoice(order),
                !order.isGift()
                        && order.state() == Order.State.DONE
                        && answers.isAsked(order.circle(), order.account()));
    }

    private @Nullable String coupon(Order order) {
        return order.discount().isPositive()
                ? useCoupon.name(order.circle(), order.id()).orElse(null)
                : null;
    }

    private OrderView.@Nullable Payment payment(Order order) {
        if (order.checkout() == null || !order.isPaid()) {
            return null;
        }
        var payer = accounts.card(order.account()).map(AccountCard::name).orElse("");
        return paidBy.of(order.circle(), order.checkout())
                .map(fact -> new OrderView.Payment(
                        payer, fact.way(), fact.number(), fact.byCircle(), fact.asked(), fact.words()))
                .orElse(null);
    }

    private List<OrderView.Given> refunds(Order order) {
        return db.sql("""
                select r.amount, r.state, r.reason, r.by_member, r.made_at, case when p.ended_by is null then null else p.reference end
                  from orders.refund r
                  left join payments.refund p on p.circle_id = r.circle_id and p.refund_id = r.refund_id
                 where r.circle_id = :circle and r.order_id = :order
                 order by r.made_at, r.refund_id
                 limit 100
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .all((row, n) -> new OrderView.Given(
                        new Money(row.getLong(1), order.amount().currency()),
                        row.getString(2),
                        row.getString(3),
                        row.getBoolean(4),
                        Db.instant(row, 5),
                        row.getString(6)));
    }

    private OrderView.@Nullable Invoice invoice(Order order) {
        return db.sql("""
                select title, tax_number, email, asked_at, issued_at, file, document is not null
                  from orders.invoice
                 where circle_id = :circle and order_id = :order
                """)
                .with("circle", order.circle())
                .with("order", order.id())
                .maybe((row, n) -> new OrderView.Invoice(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Db.instant(row, 4),
                        Db.maybeInstant(row, 5),
                        row.getString(6),
                        row.getBoolean(7)))
                .orElse(null);
    }

    Map<OrderId, List<OrderView.Disputed>> disputes(CircleId circle, List<OrderId> orders) {
        record Of(OrderId order, OrderView.Disputed dispute) {}
        return db
                .sql("""
                select order_id, amount, currency, state, opened_at, answer_by, ended_at
                  from orders.dispute
                 where circle_id = :circle and order_id = any(:orders)
                 order by opened_at, dispute_id
                 limit 500
                """)
                .with("circle", circle)
                .withIds("orders", orders)
                .all((row, n) -> new Of(
                        new OrderId(Db.uuid(row, 1)),
                        new OrderView.Disputed(
                                Money.of(row.getLong(2), row.getString(3)),
                                row.getString(4),
                                Db.instant(row, 5),
                                Db.maybeInstant(row, 6),
                                Db.maybeInstant(row, 7))))
                .stream()
                .collect(Collectors.groupingBy(Of::order, Collectors.mapping(Of::dispute, Collectors.toList())));
    }

    @Nullable
    String buyer(CircleId circle, AccountId account) {
        return db.sql("select alias from members.membership where circle_id = :circle and account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .maybe(String.class)
                .or(() -> accounts.card(account).map(AccountCard::name))
                .orElse(null);
    }
}
