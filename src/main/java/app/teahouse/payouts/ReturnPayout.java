package app.teahouse.payouts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was noted as paid comes back from the bank, days later, as the account was closed: the way it went, and no more than once. */
@Component
class ReturnPayout {
    private final Db db;
    private final Payouts payouts;
    private final Ledger ledger;
    private final OperatorLog log;
    private final Events events;
    private final Clock clock;

    ReturnPayout(Db db, Payouts payouts, Ledger ledger, OperatorLog log, Events events, Clock clock) {
        this.db = db;
        this.payouts = payouts;
        this.ledger = ledger;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The money is the circle's again; the owner reads why.
     *
     * @throws Refusal {@code payout.unknown}, {@code payout.not-paid}
     */
    @Transactional
    public void came(Operator operator, CircleId circle, PayoutId id, String reason) {
        new Faults().text("reason", reason, 300).refuse();
        var payout = payouts.lock(circle, id);
        if (payout.state() != Payout.State.PAID) {
            throw Refusal.conflict("payout.not-paid");
        }
        db.sql("""
                update payouts.payout
                   set state = 'returned', reason = :reason, ended_at = :now
                 where circle_id = :circle and payout_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .with("reason", reason.strip())
                .with("now", clock.instant())
                .run();
        ledger.post(
                circle,
                id.value(),
                List.of(
                        new Transfer(
                                TransferId.of(id.value(), "returned"),
                                Purse.bank(),
                                Purse.of(Purpose.ON_ITS_WAY, id.value()),
                                payout.amount(),
                                Reason.PAYOUT_RETURNED),
                        AskForPayout.back(payout, Reason.PAYOUT_RETURNED)));
        events.publish(PayoutMoved.of(payout, "returned", reason.strip()));
        log.note(operator, "payout_returned", circle, Map.of("sum", payout.amount()), reason.strip());
    }
}
