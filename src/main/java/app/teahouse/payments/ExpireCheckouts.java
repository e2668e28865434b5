package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends what nobody paid in time, after it asked each gateway once more whether somebody did. */
@Component
class ExpireCheckouts implements Job {
    private static final Logger log = LoggerFactory.getLogger(ExpireCheckouts.class);
    private static final int MOST = 20;

    private final Db db;
    private final AttemptRows attempts;
    private final AskGateway askGateway;
    private final EndCheckout endCheckout;

    ExpireCheckouts(Db db, AttemptRows attempts, AskGateway askGateway, EndCheckout endCheckout) {
        this.db = db;
        this.attempts = attempts;
        this.askGateway = askGateway;
        this.endCheckout = endCheckout;
    }

    @Override
    public String name() {
        return "payments.expire-checkouts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(30);
    }

    private record Due(CircleId circle, CheckoutId checkout) {}

    @Override
    public boolean step(Instant now) {
        var due = due(now);
        for (var one : due) {
            try {
                askOnceMore(one);
                endCheckout.expire(one.circle(), one.checkout(), now);
            } catch (RuntimeException e) {
                log.error("Checkout {} could not be ended, and is tried again", one.checkout(), e);
            }
        }
        forget(now);
        return due.size() == MOST;
    }

    private List<Due> due(Instant now) {
        return db.sql("""
                select circle_id, checkout_id
                  from payments.checkout
                 where state = 'open' and expires_at <= :now
                 order by expires_at, checkout_id
                 limit :most
                """)
                .with("now", now)
                .with("most", MOST)
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new CheckoutId(Db.uuid(row, 2))));
    }

    private void askOnceMore(Due due) {
        for (var attempt : attempts.of(due.circle(), due.checkout())) {
            try {
                askGateway.ask(due.circle(), attempt.id());
            } catch (Unreachable e) {
                // It expires all the same; what was paid is found later and goes back.
                log.warn("A gateway did not answer about attempt {}: {}", attempt.number(), e.getMessage());
            }
        }
    }

    /** No gateway repeats itself after a month. */
    private void forget(Instant now) {
        db.sql("""
                delete from payments.heard
                 where telling in (select telling from payments.heard where heard_at < :before limit 200)
                """).with("before", now.minus(Duration.ofDays(30))).run();
    }
}
