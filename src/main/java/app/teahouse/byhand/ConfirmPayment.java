package app.teahouse.byhand;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.OperatorLog;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.TakePayment;
import app.teahouse.payments.TakePayment.Outcome;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whoever receives the money looked: it arrived, with so much and under this reference, or it did not. Of two who decide at once one does. */
@Component
public class ConfirmPayment {
    private static final int MOST_WORDS = 500;
    private static final int MOST_REFERENCE = 100;

    private final Db db;
    private final OperatorLog log;
    private final Events events;
    private final Clock clock;
    private final TakePayment takePayment;

    ConfirmPayment(Db db, OperatorLog log, Events events, Clock clock, TakePayment takePayment) {
        this.db = db;
        this.log = log;
        this.events = events;
        this.clock = clock;
        this.takePayment = takePayment;
    }

    /**
     * @param amount what really came; another than was asked waits for a decision of its own
     * @param reference where it can be found again, such as the number on a bank statement
     * @throws Refusal {@code checkout.unknown}, {@code byhand.decided}
     */
    @Transactional
    Outcome arrived(Partner partner, UUID attempt, Money amount, String reference) {
        return arrived(new By(partner.circle(), true, partner.account()), attempt, amount, reference);
    }

    @Transactional
    public Outcome arrived(Operator operator, CircleId circle, UUID attempt, Money amount, String reference) {
        var outcome = arrived(new By(circle, false, operator.account()), attempt, amount, reference);
        log.note(operator, "arrived", circle, Map.of("sum", amount), reference.strip());
        return outcome;
    }

    /** @param byCircle whether this person decides for a circle that receives; else for the site */
    private record By(CircleId circle, boolean byCircle, AccountId account) {}

    private Outcome arrived(By by, UUID attempt, Money amount, String reference) {
        new Faults()
                .text("reference", reference, MOST_REFERENCE)
                .require(amount.isPositive(), "amount", "byhand.no-amount")
                .refuse();
        decide(by, attempt, "arrived", "");
        return takePayment.take(
                by.circle(), new CheckoutId(attempt), new Found.Paid(reference.strip(), amount, clock.instant(), null));
    }

    @Transactional
    void missing(Partner partner, UUID attempt, String words) {
        missing(new By(partner.circle(), true, partner.account()), attempt, words);
    }

    @Transactional
    public void missing(Operator operator, CircleId circle, UUID attempt, String words) {
        missing(new By(circle, false, operator.account()), attempt, words);
        log.note(operator, "missing", circle, Map.of(), words.strip());
    }

    private void missing(By by, UUID attempt, String words) {
        new Faults().text("words", words, MOST_WORDS).refuse();
        decide(by, attempt, "missing", words.strip());
        var claim = db.sql("""
                select checkout_id, payer_id
                  from byhand.claim
                 where circle_id = :circle and attempt_id = :attempt
                """)
                .with("circle", by.circle())
                .with("attempt", attempt)
                .one((row, n) -> new Claim(Db.uuid(row, 1), new AccountId(Db.uuid(row, 2))));
        events.publish(new PaymentMissing(
                by.circle(), attempt, claim.checkout(), claim.payer(), words.strip(), clock.instant()));
    }

    private record Claim(UUID checkout, AccountId payer) {}

    /** Nobody has to have said that they paid: money may be seen first. The row that is written decides who was first. */
    private void decide(By by, UUID attempt, String state, String words) {
        var decided = db.sql("""
                insert into byhand.claim as c
                       (circle_id, attempt_id, checkout_id, payer_id, received_by_circle, state, reference, said_at, words,
                        decided_by, decided_at)
                select a.circle_id, a.attempt_id, a.checkout_id, k.payer_id, a.received_by_circle, :state, '', :now, :words, :by, :now
                  from payments.attempt a
                  join payments.checkout k on k.circle_id = a.circle_id and k.checkout_id = a.checkout_id
                 where a.circle_id = :circle and a.attempt_id = :attempt and a.kind = :kind and a.state = 'open'
                   and a.received_by_circle = :byCircle
                on conflict (circle_id, attempt_id) do update
                   set state = excluded.state, words = excluded.words, decided_by = excluded.decided_by,
                       decided_at = excluded.decided_at
                 where c.state = 'waiting'
                """)
                .with("circle", by.circle())
                .with("attempt", attempt)
                .with("kind", ByHand.KIND)
                .with("byCircle", by.byCircle())
                .with("state", state)
                .with("words", words)
                .with("by", by.account())
                .with("now", clock.instant())
                .run();
        if (decided == 1) {
            return;
        }
        var known = db.sql("""
                select 1
                  from payments.attempt
                 where circle_id = :circle and attempt_id = :attempt and kind = :kind and received_by_circle = :byCircle
                """)
                .with("circle", by.circle())
                .with("attempt", attempt)
                .with("kind", ByHand.KIND)
                .with("byCircle", by.byCircle())
                .exists();
        if (!known) {
            throw Refusal.notFound("checkout.unknown");
        }
        throw Refusal.conflict("byhand.decided");
    }
}
