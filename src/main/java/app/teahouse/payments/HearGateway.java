package app.teahouse.payments;

import app.teahouse.gateways.Gateway.News;
import app.teahouse.gateways.Gateway.Notification;
import app.teahouse.gateways.Gateway.Told;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.RefundId;
import app.teahouse.gateways.Way;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.CheckoutRows.Claimed;
import java.time.Clock;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A gateway tells something. It is believed when its signature proves it, about what was begun by that very way of paying alone: a
 * circle that has a gateway of its own can't speak of another's checkouts. A repeat does nothing.
 */
@Component
public class HearGateway {
    private static final Logger log = LoggerFactory.getLogger(HearGateway.class);

    private final Db db;
    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final RefundRows refunds;
    private final TakePayment takePayment;
    private final EndRefund endRefund;
    private final SendRefunds sendRefunds;
    private final Disputes disputes;
    private final Ways ways;
    private final Gateways gateways;
    private final TransactionTemplate transaction;

    HearGateway(
            Db db,
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            RefundRows refunds,
            TakePayment takePayment,
            EndRefund endRefund,
            SendRefunds sendRefunds,
            Disputes disputes,
            Ways ways,
            Gateways gateways,
            TransactionTemplate transaction) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.refunds = refunds;
        this.takePayment = takePayment;
        this.endRefund = endRefund;
        this.sendRefunds = sendRefunds;
        this.disputes = disputes;
        this.ways = ways;
        this.gateways = gateways;
        this.transaction = transaction;
    }

    /**
     * Not inside a transaction: to read it may need to ask the gateway.
     *
     * @throws Refusal {@code payment.no-such-way}, {@code payment.not-proven}
     */
    public void hear(Way way, Told told) throws Unreachable {
        var notification = gateways.of(way).read(ways.setup(way), told);
        transaction.executeWithoutResult(_ -> {
            if (isNew(way, notification)) {
                follow(way, notification.news());
            }
        });
    }

    /** Of two that are told at once the second waits here until the first is through. */
    private boolean isNew(Way way, Notification notification) {
        return db.sql("""
                insert into payments.heard (telling, heard_at)
                values (:telling, :now)
                on conflict (telling) do nothing
                """)
                        .with("telling", way.id().value() + " " + notification.id())
                        .with("now", clock.instant())
                        .run()
                == 1;
    }

    private void follow(Way way, News news) {
        switch (news) {
            case News.Paid paid ->
                attempt(way, BeginPayment.attemptName(paid.checkout()))
                        .ifPresent(attempt -> takePayment.take(attempt.circle(), attempt.outside(), paid.paid()));
            case News.Closed closed ->
                attempt(way, BeginPayment.attemptName(closed.checkout()))
                        .ifPresent(attempt ->
                                attempts.end(attempt.circle(), attempt.id(), Attempt.State.CLOSED, closed.why()));
            case News.RefundEnded ended ->
                refund(way, ended.refund()).ifPresent(refund -> sendRefunds.end(refund, ended.outcome()));
            case News.GivenBack back ->
                payment(way, back.payment())
                        .ifPresent(attempt -> endRefund.outside(
                                attempt.circle(), attempt.id(), back.reference(), back.amount(), back.at()));
            case News.Disputed opened ->
                payment(way, opened.payment()).ifPresent(attempt -> disputes.opened(attempt, opened));
            case News.DisputeEnded ended ->
                payment(way, ended.payment()).ifPresent(attempt -> disputes.ended(attempt, ended));
            case News.Nothing _ -> {}
        }
    }

    private Optional<Attempt> payment(Way way, String payment) {
        return attempt(way, TakePayment.paymentName(way.id(), payment));
    }

    private Optional<Attempt> attempt(Way way, String name) {
        return rows.claimed(name).flatMap(this::attempt).filter(attempt -> isOf(way, attempt, name));
    }

    private Optional<Attempt> attempt(Claimed claimed) {
        return attempts.find(claimed.circle(), claimed.thing());
    }

    private Optional<Refund> refund(Way way, RefundId id) {
        return rows.claimed(RefundRows.name(id))
                .flatMap(claimed -> refunds.find(claimed.circle(), id))
                .filter(refund -> attempts.find(refund.circle(), refund.attempt())
                        .filter(attempt -> isOf(way, attempt, RefundRows.name(id)))
                        .isPresent());
    }

    private static boolean isOf(Way way, Attempt attempt, String name) {
        if (!attempt.way().equals(way.id())) {
            log.warn(
                    "The way of paying {} told of {}, which is another's",
                    way.id().value(),
                    name);
            return false;
        }
        return true;
    }
}
