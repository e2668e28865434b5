package app.teahouse.payments;

import app.teahouse.gateways.Gateway.RefundAsk;
import app.teahouse.gateways.Gateway.Refunded;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.RefundId;
import app.teahouse.gateways.Ways;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sends refunds to their gateways, and asks what became of those that are on their way. */
@Component
class SendRefunds implements Job {
    private static final Logger log = LoggerFactory.getLogger(SendRefunds.class);
    private static final int MOST = 5;

    private final Db db;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final RefundRows refunds;
    private final EndRefund endRefund;
    private final BeginPayment addresses;
    private final Ways ways;
    private final Gateways gateways;
    private final Ledger ledger;
    private final TransactionTemplate transaction;

    SendRefunds(
            Db db,
            CheckoutRows rows,
            AttemptRows attempts,
            RefundRows refunds,
            EndRefund endRefund,
            BeginPayment addresses,
            Ways ways,
            Gateways gateways,
            Ledger ledger,
            TransactionTemplate transaction) {
        this.db = db;
        this.rows = rows;
        this.attempts = attempts;
        this.refunds = refunds;
        this.endRefund = endRefund;
        this.addresses = addresses;
        this.ways = ways;
        this.gateways = gateways;
        this.ledger = ledger;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "payments.send-refunds";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    private record Due(CircleId circle, RefundId refund, Instant nextAt, int tries) {}

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select circle_id, refund_id, next_at, tries
                  from payments.refund
                 where next_at <= :now
                 order by next_at, refund_id
                 limit :most
                """)
                .with("now", now)
                .with("most", MOST)
                .all((row, n) -> new Due(
                        new CircleId(Db.uuid(row, 1)),
                        new RefundId(Db.uuid(row, 2)),
                        Db.instant(row, 3),
                        row.getInt(4)));
        for (var one : due) {
            if (lease(one, now.plus(AskGateways.pause(one.tries())))) {
                send(one);
            }
        }
        return due.size() == MOST;
    }

    /** Whoever moves the moment sends; a node that dies meanwhile leaves it to the next time, with the same id. */
    private boolean lease(Due due, Instant next) {
        return db.sql("""
                update payments.refund
                   set next_at = :next, tries = tries + 1
                 where circle_id = :circle and refund_id = :id and next_at = :was
                """)
                        .with("circle", due.circle())
                        .with("id", due.refund())
                        .with("next", next)
                        .with("was", due.nextAt())
                        .run()
                == 1;
    }

    private void send(Due due) {
        try {
            var refund = refunds.find(due.circle(), due.refund()).orElseThrow();
            var lies = ledger.free(
                    due.circle(),
                    Purse.of(Purpose.REFUNDING, refund.id().value()),
                    refund.amount().currency());
            if (lies.minor() != refund.amount().minor()) {
                log.error(
                        "Refund {} is not sent: {} lies ready for {}",
                        refund.id().value(),
                        lies,
                        refund.amount());
                return;
            }
            end(refund, ask(refund));
        } catch (Unreachable e) {
            log.warn(
                    "A gateway did not answer about refund {}: {}", due.refund().value(), e.getMessage());
        } catch (RuntimeException e) {
            log.error(
                    "Refund {} could not be sent, and is tried again",
                    due.refund().value(),
                    e);
        }
    }

    private Refunded ask(Refund refund) throws Unreachable {
        var checkout = rows.find(refund.circle(), refund.checkout()).orElseThrow();
        var attempt = attempts.find(refund.circle(), refund.attempt()).orElseThrow();
        var payment = Objects.requireNonNull(attempt.paid());
        var way = ways.find(attempt.way());
        if (way.isEmpty()) {
            return new Refunded.Refused("the way of paying is gone");
        }
        return gateways.of(way.get())
                .refund(
                        ways.setup(way.get()),
                        new RefundAsk(
                                refund.id(),
                                attempt.number(),
                                payment.name(),
                                payment.amount(),
                                refund.amount(),
                                refund.reason().isEmpty() ? checkout.number() : refund.reason(),
                                addresses.notifyTo(attempt.kind(), attempt.way())));
    }

    void end(Refund refund, Refunded outcome) {
        switch (outcome) {
            case Refunded.Done done -> endRefund.done(refund.circle(), refund.id(), done.reference(), done.at(), null);
            case Refunded.OnItsWay sent ->
                transaction.executeWithoutResult(_ -> refunds.sent(refund, sent.reference()));
            case Refunded.Refused refused -> endRefund.refused(refund.circle(), refund.id(), refused.why());
        }
    }
}
