package app.teahouse.passes;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a member decides about their own time: whether it renews itself, and by which plan. */
@Component
public class ChangePass {
    private final Db db;
    private final Passes passes;
    private final Plans plans;
    private final Clock clock;

    ChangePass(Db db, Passes passes, Plans plans, Clock clock) {
        this.db = db;
        this.passes = passes;
        this.plans = plans;
        this.clock = clock;
    }

    /** @throws Refusal {@code pass.none}, {@code pass.not-automatic} where plan or time do not allow it, or no card is kept */
    @Transactional
    public void automatic(CircleId circle, Person person, boolean on) {
        var pass = passes.lock(circle, person.account()).orElseThrow(() -> Refusal.notFound("pass.none"));
        var changed = db.sql("""
                update passes.pass
                   set automatic = :on, version = version + 1
                 where circle_id = :circle and account_id = :account and (not :on or means_id is not null)
                """)
                .with("circle", circle)
                .with("account", person.account())
                .with("on", on)
                .run();
        var allowed = !on
                || (pass.mayRenewItself(clock.instant())
                        && pass.plan() != null
                        && plans.byId(circle, pass.plan())
                                .filter(Plan::automatic)
                                .isPresent());
        if (changed == 0 || !allowed) {
            throw Refusal.conflict("pass.not-automatic");
        }
    }

    /**
     * Another plan follows on at the end; null keeps the one there is.
     *
     * @throws Refusal {@code pass.none}, {@code plan.unknown}, {@code plan.not-on-sale}, {@code plan.not-smaller}
     */
    @Transactional
    public void next(CircleId circle, Person person, @Nullable Long number) {
        var pass = passes.lock(circle, person.account())
                .filter(one -> one.holds(clock.instant()) && one.endsAt() != null)
                .orElseThrow(() -> Refusal.notFound("pass.none"));
        var plan = number == null ? null : plans.byNumber(circle, number);
        if (plan != null && plan.state() != Plan.State.ON_SALE) {
            throw Refusal.conflict("plan.not-on-sale");
        }
        var next = plan == null || plan.id().equals(pass.plan()) ? null : plan.id();
        // A better one is an upgrade, which costs its difference at once.
        if (plan != null && next != null && !mayFollow(pass, plan)) {
            throw Refusal.conflict("plan.not-smaller");
        }
        db.sql("""
                update passes.pass
                   set next_plan_id = :next, version = version + 1
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", person.account())
                .with("next", next)
                .run();
    }

    private boolean mayFollow(Pass pass, Plan plan) {
        return pass.plan() != null
                && plans.byId(pass.circle(), pass.plan())
                        .filter(has -> has.mayBeFollowedBy(plan, pass.span().last()))
                        .isPresent();
    }
}
