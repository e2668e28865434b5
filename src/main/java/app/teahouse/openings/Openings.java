package app.teahouse.openings;

import app.teahouse.circles.CircleChanged;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Operator;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets an operator read in a circle for an hour, with a reason that stands in the circle's log. It makes nobody a member: an operator
 * reads posts and comments, writes nothing and sees no list of members.
 */
@Component
public class Openings {
    static final Duration HOUR = Duration.ofHours(1);
    static final int LONGEST = 300;

    private final Db db;
    private final Circles circles;
    private final Events events;
    private final Clock clock;

    Openings(Db db, Circles circles, Events events, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.events = events;
        this.clock = clock;
    }

    /** Answers until when; opened again, the hour begins anew, and the log has both. */
    @Transactional
    public Instant open(Operator operator, CircleId id, String reason) {
        new Faults().text("reason", reason, LONGEST).refuse();
        var now = clock.instant();
        var circle = circles.fresh(id)
                .filter(found -> !found.isGone(now))
                .orElseThrow(() -> Refusal.notFound("circle.unknown"));
        var until = now.plus(HOUR);
        db.sql("""
                insert into openings.opening (circle_id, account_id, reason, opened_at, until)
                values (:circle, :account, :reason, :now, :until)
                on conflict (circle_id, account_id) do update
                   set reason = excluded.reason, opened_at = excluded.opened_at, until = excluded.until
                """)
                .with("circle", circle.id())
                .with("account", operator.account())
                .with("reason", reason.strip())
                .with("now", now)
                .with("until", until)
                .run();
        events.publish(new CircleChanged(id, CircleChanged.Kind.OPENED, operator.account(), "", reason.strip(), now));
        return until;
    }

    /** Ends it before the hour is over. */
    @Transactional
    public void close(Operator operator, CircleId id) {
        db.sql("delete from openings.opening where circle_id = :circle and account_id = :account")
                .with("circle", id)
                .with("account", operator.account())
                .run();
    }

    /** Until when this operator may read; empty unless they opened it within the hour. */
    public Optional<Instant> until(CircleId id, AccountId operator) {
        return db.sql("""
                select until
                  from openings.opening
                 where circle_id = :circle and account_id = :account and until > :now
                """)
                .with("circle", id)
                .with("account", operator)
                .with("now", clock.instant())
                .maybe((row, n) -> Db.instant(row, 1));
    }
}
