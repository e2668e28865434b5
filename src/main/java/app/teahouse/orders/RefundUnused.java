package app.teahouse.orders;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.TransferId;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Gives back what is unused of paid time, in proportion to the days: when a circle becomes free, or before it is deleted. What was paid
 * for good is given back by hand, as nobody can say how much of it is used.
 */
@Component
public class RefundUnused {
    static final int MOST = 50;

    private final Db db;
    private final RefundOrder refundOrder;
    private final Circles circles;
    private final Clock clock;

    RefundUnused(Db db, RefundOrder refundOrder, Circles circles, Clock clock) {
        this.db = db;
        this.refundOrder = refundOrder;
        this.circles = circles;
        this.clock = clock;
    }

    /** An order with days to come, and what they are worth. */
    public record Unused(Order order, Money money) {}

    /** At most {@link #MOST}, the newest first, as others build on the older ones. */
    public List<Unused> of(CircleId circle) {
        var today = today(circle);
        return db
                .sql("""
                select order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency, state, first_day,
                       last_day, checkout_id, outside, fee, refunded, fee_returned, made_at, paid_at, settles_at, settled
                  from orders.entry
                 where circle_id = :circle and state = 'done' and last_day > :today and amount > refunded
                 order by made_at desc, order_id desc
                 limit :most
                """)
                .with("circle", circle)
                .with("today", today)
                .with("most", MOST)
                .all((row, n) -> OrderRows.order(circle, row))
                .stream()
                .map(order -> new Unused(order, unused(order, today)))
                .filter(one -> one.money().isPositive())
                .toList();
    }

    /**
     * {@code floor(paid × days to come / days)}, less what went back already: of days that were given back, nothing is unused. What gave no
     * day at all is unused whole.
     */
    static Money unused(Order order, LocalDate today) {
        if (order.firstDay() == null
                || order.lastDay() == null
                || order.lastDay().isBefore(order.firstDay())) {
            return order.refundable();
        }
        var span = new Span(order.firstDay(), order.lastDay(), 1);
        var begun = today.isBefore(span.first()) ? span.days() : span.daysLeft(today);
        return order.amount().share(begun, span.days()).minus(order.refunded()).atMost(order.refundable());
    }

    /** Each order in a transaction of its own; asked again it gives back nothing twice, and goes on with the next ones. */
    public Optional<String> giveBack(Partner partner, String reason) {
        @Nullable String trouble = null;
        for (var one : of(partner.circle())) {
            var id = new RefundId(
                    TransferId.of(one.order().id().value(), "unused").value());
            try {
                refundOrder.byStaff(partner, one.order().id(), new RefundOrder.Wish(id, one.money(), reason, true));
            } catch (Refusal refusal) {
                trouble = refusal.code();
            }
        }
        return Optional.ofNullable(trouble);
    }

    private LocalDate today(CircleId circle) {
        var zone = circles.byId(circle)
                .map(Circle::face)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .zone();
        return Calendar.today(clock.instant(), zone);
    }
}
