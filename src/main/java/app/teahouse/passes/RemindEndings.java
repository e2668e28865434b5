package app.teahouse.passes;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Goes up the ladder of reminders: one rung for each pass at its moment. A rung that was missed while the site was off is not told late. */
@Component
class RemindEndings implements Job {
    private static final int MOST = 100;

    private final Db db;
    private final Passes passes;
    private final Plans plans;
    private final Circles circles;
    private final Events events;
    private final TransactionTemplate transaction;

    RemindEndings(Db db, Passes passes, Plans plans, Circles circles, Events events, TransactionTemplate transaction) {
        this.db = db;
        this.passes = passes;
        this.plans = plans;
        this.circles = circles;
        this.events = events;
        this.transaction = transaction;
    }

    @Override
    public String name() {
        return "passes.remind";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(5);
    }

    private record Due(CircleId circle, AccountId account) {}

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select circle_id, account_id
                  from passes.pass
                 where tell_at <= :now
                 order by tell_at, circle_id, account_id
                 limit :most
                """)
                .with("now", now)
                .with("most", MOST)
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new AccountId(Db.uuid(row, 2))));
        for (var one : due) {
            transaction.executeWithoutResult(_ -> tell(one, now));
        }
        return due.size() == MOST;
    }

    /** Who paid at this very moment has another end, and another moment to be told. */
    private void tell(Due due, Instant now) {
        var pass = passes.lock(due.circle(), due.account());
        var circle = circles.byId(due.circle());
        if (pass.isEmpty() || circle.isEmpty() || !isStillDue(due, now)) {
            return;
        }
        var zone = circle.get().face().zone();
        var span = pass.get().span();
        var last = span.last();
        if (last != null
                && circle.get().price() == Circle.Price.PAID
                && pass.get().source() != Pass.Source.OVER) {
            var plan = pass.get().plan() == null
                    ? null
                    : plans.byId(due.circle(), pass.get().plan())
                            .map(Plan::name)
                            .orElse(null);
            var left = ChronoUnit.DAYS.between(Calendar.today(now, zone), last);
            events.publish(new PassEnding(
                    due.circle(),
                    due.account(),
                    plan == null ? "" : plan,
                    last,
                    left,
                    pass.get().automatic(),
                    pass.get().source() == Pass.Source.COMP));
        }
        var next = Ladder.next(span, pass.get().source() == Pass.Source.TRIAL, zone, now)
                .orElse(null);
        db.sql("update passes.pass set tell_at = :next where circle_id = :circle and account_id = :account")
                .with("circle", due.circle())
                .with("account", due.account())
                .with("next", next)
                .run();
    }

    private boolean isStillDue(Due due, Instant now) {
        return db.sql(
                        "select 1 from passes.pass where circle_id = :circle and account_id = :account and tell_at <= :now")
                .with("circle", due.circle())
                .with("account", due.account())
                .with("now", now)
                .exists();
    }
}
