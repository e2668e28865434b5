package app.teahouse.orders;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.TransferId;
import app.teahouse.plans.Calendar;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives one member back what they paid for their own time: what is unused of it, or all that can still go back. */
@Component
public class RefundMember {
    /** More orders than anybody has in a circle that still have money in them. */
    private static final int MOST = 50;

    private static final int LONGEST_REASON = 300;

    private final Db db;
    private final RefundOrder refundOrder;
    private final Disputed disputed;
    private final Circles circles;
    private final Clock clock;

    RefundMember(Db db, RefundOrder refundOrder, Disputed disputed, Circles circles, Clock clock) {
        this.db = db;
        this.refundOrder = refundOrder;
        this.disputed = disputed;
        this.circles = circles;
        this.clock = clock;
    }

    /** How much of it. What was paid for good has no unused part: nobody can say how much of it is used. */
    public enum Share {
        UNUSED,
        ALL
    }

    /** What it is given back for: nothing that was ordered after it. */
    public record About(UUID id, String reason, Instant at) {}

    private record Due(Order order, Money money) {}

    /**
     * What would go back now, in the currency that was paid; nothing where there is nothing.
     *
     * @param until what was ordered later is not looked at: who comes back and pays again has paid for something else
     */
    public Optional<Money> due(CircleId circle, AccountId account, Share share, Instant until) {
        return list(circle, account, share, until).stream()
                .map(Due::money)
                .reduce((one, other) -> one.code().equals(other.code()) ? one.plus(other) : one);
    }

    /**
     * Each order in a transaction of its own, the newest first, as others build on the older ones. Asked again it gives back nothing
     * twice, and goes on with what is left.
     *
     * @param about of two at once for the same, one gives it back
     * @return the code of what stood in the way of one of them
     */
    public Optional<String> giveBack(Partner partner, AccountId account, Share share, About about) {
        @Nullable String trouble = null;
        for (var one : list(partner.circle(), account, share, about.at())) {
            try {
                refundOrder.byStaff(
                        partner,
                        one.order().id(),
                        new RefundOrder.Wish(
                                id(one.order(), share, about.id()), one.money(), shortened(about.reason()), true));
            } catch (Refusal refusal) {
                trouble = refusal.code();
            }
        }
        return Optional.ofNullable(trouble);
    }

    private static RefundId id(Order order, Share share, UUID about) {
        return new RefundId(
                TransferId.of(order.id().value(), Db.name(share) + " " + about).value());
    }

    private static String shortened(String reason) {
        return reason.codePointCount(0, reason.length()) <= LONGEST_REASON
                ? reason
                : reason.substring(0, reason.offsetByCodePoints(0, LONGEST_REASON));
    }

    private List<Due> list(CircleId circle, AccountId account, Share share, Instant until) {
        var today = Calendar.today(
                clock.instant(),
                circles.byId(circle)
                        .map(Circle::face)
                        .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                        .zone());
        return db
                .sql("""
                select order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency, state, first_day,
                       last_day, checkout_id, outside, fee, refunded, fee_returned, made_at, paid_at, settles_at, settled
                  from orders.entry
                 where circle_id = :circle and account_id = :account and state = 'done' and kind <> 'gift' and amount > refunded
                   and made_at <= :until
                """)
                .and(share == Share.UNUSED, "and last_day > :today")
                .and(true, "order by made_at desc, order_id desc limit :most")
                .with("circle", circle)
                .with("account", account)
                .with("today", today)
                .with("until", until)
                .with("most", MOST)
                .all((row, n) -> OrderRows.order(circle, row))
                .stream()
                .map(order -> new Due(
                        order,
                        (share == Share.ALL ? order.refundable() : RefundUnused.unused(order, today))
                                .atMost(disputed.left(order))))
                .filter(one -> one.money().isPositive())
                .toList();
    }
}
