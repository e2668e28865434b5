package app.teahouse.payments;

import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Asks gateways what nobody told: seldomer the longer nothing is heard. What nobody wants to be paid any more is closed there, and
 * asked about until the gateway says that it is.
 */
@Component
class AskGateways implements Job {
    private static final Logger log = LoggerFactory.getLogger(AskGateways.class);
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration SELDOMEST = Duration.ofHours(6);
    private static final Duration NEVER_ANSWERED = Duration.ofDays(10);

    /** A gateway may take ten seconds to answer, so a step asks few. */
    private static final int MOST = 5;

    private final Db db;
    private final AskGateway askGateway;
    private final AttemptRows attempts;

    AskGateways(Db db, AskGateway askGateway, AttemptRows attempts) {
        this.db = db;
        this.askGateway = askGateway;
        this.attempts = attempts;
    }

    @Override
    public String name() {
        return "payments.ask-gateways";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(15);
    }

    private record Due(CircleId circle, UUID attempt, Instant madeAt, Instant askAt, int asks) {}

    @Override
    public boolean step(Instant now) {
        var due = due(now);
        for (var one : due) {
            if (lease(one, now.plus(pause(one.asks())))) {
                ask(one, now);
            }
        }
        return due.size() == MOST;
    }

    private List<Due> due(Instant now) {
        return db.sql("""
                select circle_id, attempt_id, made_at, ask_at, asks
                  from payments.attempt
                 where state = 'open' and ask_at <= :now
                 order by ask_at, attempt_id
                 limit :most
                """)
                .with("now", now)
                .with("most", MOST)
                .all((row, n) -> new Due(
                        new CircleId(Db.uuid(row, 1)),
                        Db.uuid(row, 2),
                        Db.instant(row, 3),
                        Db.instant(row, 4),
                        row.getInt(5)));
    }

    /** Whoever moves the moment asks; a node that dies meanwhile leaves it to the next time. */
    private boolean lease(Due due, Instant next) {
        return db.sql("""
                update payments.attempt
                   set ask_at = :next, asks = asks + 1
                 where circle_id = :circle and attempt_id = :id and state = 'open' and ask_at = :was
                """)
                        .with("circle", due.circle())
                        .with("id", due.attempt())
                        .with("next", next)
                        .with("was", due.askAt())
                        .run()
                == 1;
    }

    static Duration pause(int asks) {
        var doubled = FIRST.multipliedBy(1L << Math.min(asks, 12));
        return doubled.compareTo(SELDOMEST) < 0 ? doubled : SELDOMEST;
    }

    private void ask(Due due, Instant now) {
        try {
            var settled = askGateway.ask(due.circle(), due.attempt());
            if (!settled && due.madeAt().plus(NEVER_ANSWERED).isBefore(now)) {
                attempts.end(due.circle(), due.attempt(), Attempt.State.CLOSED, "nothing was ever heard of it");
            }
        } catch (Unreachable e) {
            log.warn("A gateway did not answer about attempt {}: {}", due.attempt(), e.getMessage());
        } catch (RuntimeException e) {
            log.error("What became of attempt {} could not be settled, and is asked again", due.attempt(), e);
        }
    }
}
