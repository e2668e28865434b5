package app.teahouse.payouts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The operator pays owners by hand: takes a list to the bank, and says of each what came of it. */
@Component
class PayByHand {
    static final int MOST = 200;
    private static final int PAGE = 30;

    private final Db db;
    private final Payouts payouts;
    private final PayoutDetails details;
    private final Ledger ledger;
    private final OperatorLog log;
    private final Events events;
    private final Clock clock;

    PayByHand(
            Db db, Payouts payouts, PayoutDetails details, Ledger ledger, OperatorLog log, Events events, Clock clock) {
        this.db = db;
        this.payouts = payouts;
        this.details = details;
        this.ledger = ledger;
        this.log = log;
        this.events = events;
        this.clock = clock;
    }

    /** A line of a list for the bank. */
    record Line(Payout payout, String holder, String bank, String number) {}

    /** What can be sent now, and what was sent and has no answer yet; the oldest first. What is held is left out. */
    List<Payout> open(Operator operator) {
        return db.sql("""
                select circle_id, payout_id, amount, currency, label, state, asked_by, asked_at, ready_at, reference, reason
                  from payouts.payout
                 where state = 'sent'
                    or (state = 'waiting' and ready_at <= :now
                        and not exists (select 1 from circles.circle c
                                         where c.circle_id = payouts.payout.circle_id and c.halted_at is not null
                                           and (c.state = 'frozen' or coalesce(released_at < c.halted_at, true))))
                 order by asked_at, payout_id
                 limit :most
                """).with("now", clock.instant()).with("most", MOST).all((row, n) -> Payouts.payout(row));
    }

    /** Takes everything that waits into one list. Two operators at once get each payout in one list only. */
    @Transactional
    public UUID batch(Operator operator) {
        var batch = Ids.next();
        var taken = db.sql("""
                update payouts.payout p
                   set state = 'sent', batch_id = :batch
                  from (select circle_id, payout_id
                          from payouts.payout
                         where state = 'waiting' and ready_at <= :now
                           -- What a frozen circle earned is held; what a closed one did, until it is released.
                           and not exists (select 1 from circles.circle c
                                            where c.circle_id = payouts.payout.circle_id and c.halted_at is not null
                                              and (c.state = 'frozen' or coalesce(released_at < c.halted_at, true)))
                         order by ready_at, payout_id
                         limit :most
                           for update skip locked) as ready
                 where p.circle_id = ready.circle_id and p.payout_id = ready.payout_id
                """)
                .with("batch", batch)
                .with("now", clock.instant())
                .with("most", MOST)
                .run();
        if (taken == 0) {
            throw Refusal.conflict("payout.none-waiting");
        }
        log.note(operator, "payout_batch", null, Map.of("count", taken), "");
        return batch;
    }

    /** The oldest first: whoever lost the file takes it again. */
    List<Batch> batches(Operator operator) {
        return db.sql("""
                select batch_id, count(*)
                  from payouts.payout
                 where state = 'sent'
                 group by batch_id
                 order by batch_id
                 limit 50
                """).all((row, n) -> new Batch(Db.uuid(row, 1), row.getLong(2)));
    }

    /**
     * Of which it is known what came, the latest answer first.
     *
     * @param before where the page before ended, or null
     */
    Cursor<Decided> decided(Operator operator, @Nullable String before) {
        var found = db.sql("""
                select circle_id, payout_id, amount, currency, label, state, asked_by, asked_at, ready_at, reference, reason, batch_id,
                       ended_at
                  from payouts.payout
                 where state in ('paid', 'failed', 'returned')
                """)
                .and(before != null, """
                   and (ended_at, payout_id) < (select ended_at, payout_id from payouts.payout
                                                 where payout_id = :before and state in ('paid', 'failed', 'returned'))
                """)
                .and(true, "order by ended_at desc, payout_id desc limit :most")
                .with("before", before == null ? null : Ids.parse(before))
                .with("most", PAGE + 1)
                .all((row, n) -> new Decided(Payouts.payout(row), Db.uuid(row, 12), Db.instant(row, 13)));
        return Cursor.of(found, PAGE, one -> one.payout().key());
    }

    /** With the accounts opened; only the operator who pays sees them. */
    List<Line> lines(Operator operator, UUID batch) {
        record Sealed(Payout payout, byte[] sealed) {}
        return db
                .sql("""
                select circle_id, payout_id, amount, currency, label, state, asked_by, asked_at, ready_at, reference, reason, sealed
                  from payouts.payout
                 where batch_id = :batch
                 order by asked_at, payout_id
                 limit :most
                """)
                .with("batch", batch)
                .with("most", MOST)
                .all((row, n) -> new Sealed(Payouts.payout(row), row.getBytes(12)))
                .stream()
                .map(one -> details.open(one.payout().circle(), one.sealed())
                        .map(account -> new Line(one.payout(), account.holder(), account.bank(), account.number()))
                        .orElse(new Line(one.payout(), "?", "?", "?")))
                .toList();
    }

    /** @throws Refusal {@code payout.unknown}, {@code payout.decided} */
    @Transactional
    public void paid(Operator operator, CircleId circle, PayoutId id, String reference) {
        new Faults().text("reference", reference, 100).refuse();
        var payout = sent(circle, id);
        end(payout, "paid", reference.strip(), null);
        ledger.post(
                circle,
                id.value(),
                List.of(new Transfer(
                        TransferId.of(id.value(), "paid"),
                        Purse.of(Purpose.ON_ITS_WAY, id.value()),
                        Purse.bank(),
                        payout.amount(),
                        Reason.PAYOUT_PAID)));
        events.publish(PayoutMoved.of(payout, "paid", reference.strip()));
        log.note(operator, "payout_paid", circle, Map.of("sum", payout.amount()), reference.strip());
    }

    /** The money is the circle's again; the owner reads why. */
    @Transactional
    public void failed(Operator operator, CircleId circle, PayoutId id, String reason) {
        new Faults().text("reason", reason, 300).refuse();
        var payout = sent(circle, id);
        end(payout, "failed", null, reason.strip());
        ledger.post(circle, id.value(), List.of(AskForPayout.back(payout, Reason.PAYOUT_FAILED)));
        events.publish(PayoutMoved.of(payout, "failed", reason.strip()));
        log.note(operator, "payout_failed", circle, Map.of("sum", payout.amount()), reason.strip());
    }

    private Payout sent(CircleId circle, PayoutId id) {
        var payout = payouts.lock(circle, id);
        if (payout.state() != Payout.State.SENT) {
            throw Refusal.conflict("payout.decided");
        }
        return payout;
    }

    private void end(Payout payout, String state, @Nullable String reference, @Nullable String reason) {
        db.sql("""
                update payouts.payout
                   set state = :state, reference = :reference, reason = :reason, ended_at = :now
                 where circle_id = :circle and payout_id = :id
                """)
                .with("circle", payout.circle())
                .with("id", payout.id())
                .with("state", state)
                .with("reference", reference)
                .with("reason", reason)
                .with("now", clock.instant())
                .run();
    }
}
