package app.teahouse.plans;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a plan or changes it. What was bought stays as it was bought; who pays next, pays what stands there then. */
@Component
public class WritePlan {
    private final Db db;
    private final Plans plans;
    private final Clock clock;

    WritePlan(Db db, Plans plans, Clock clock) {
        this.db = db;
        this.plans = plans;
        this.clock = clock;
    }

    /** @return the new plan's number */
    @Transactional
    public long make(Partner partner, PlanText text) {
        var plan = text.check(
                Calendar.today(clock.instant(), partner.member().face().zone()));
        var many = db.sql("select count(*) from plans.plan where circle_id = :circle and state <> 'withdrawn'")
                .with("circle", partner.circle())
                .one(Long.class);
        if (many >= Plans.MOST) {
            throw Refusal.conflict("plan.too-many").with("most", Plans.MOST);
        }
        var number = nextNumber(partner.circle());
        values(db.sql("""
                insert into plans.plan
                       (circle_id, plan_id, number, name, promise, tier, kind, lasts, last_day, amount, currency, early_percent,
                        soon_percent, late_percent, trial_days, free_from, free_until, automatic, closes, state, made_by, made_at)
                values (:circle, :id, :number, :name, :promise, :tier, :kind, :lasts, :lastDay, :amount, :currency, :early,
                        :soon, :late, :trial, :freeFrom, :freeUntil, :automatic, :closes, :state, :by, :now)
                """), plan)
                .with("circle", partner.circle())
                .with("id", new PlanId(Ids.next()))
                .with("number", number)
                .with("state", plan.onSale() ? Plan.State.ON_SALE : Plan.State.DRAFT)
                .with("by", partner.account())
                .with("now", clock.instant())
                .run();
        Differences.say("name", "", plan.name());
        return number;
    }

    /** @throws Refusal {@code plan.unknown} */
    @Transactional
    public void change(Partner partner, long number, PlanText text) {
        var plan = text.check(
                Calendar.today(clock.instant(), partner.member().face().zone()));
        // Of two changes at once the later one has the earlier one before it.
        db.sql("select 1 from plans.plan where circle_id = :circle and number = :number for no key update")
                .with("circle", partner.circle())
                .with("number", number)
                .exists();
        var was = plans.byNumber(partner.circle(), number);
        values(db.sql("""
                update plans.plan
                   set name = :name, promise = :promise, tier = :tier, kind = :kind, lasts = :lasts, last_day = :lastDay,
                       amount = :amount, currency = :currency, early_percent = :early, soon_percent = :soon,
                       late_percent = :late, trial_days = :trial, free_from = :freeFrom, free_until = :freeUntil,
                       automatic = :automatic, closes = :closes, version = version + 1,
                       state = case when :onSale then 'on_sale' when state = 'draft' then 'draft' else 'withdrawn' end
                 where circle_id = :circle and number = :number
                """), plan)
                .with("circle", partner.circle())
                .with("number", number)
                .with("onSale", plan.onSale())
                .run();
        PlanDifferences.say(was, plans.byNumber(partner.circle(), number));
    }

    private static Db.Statement values(Db.Statement statement, PlanText.Checked plan) {
        return statement
                .with("name", plan.name())
                .with("promise", plan.promise())
                .with("tier", plan.tier())
                .with("kind", PlanRows.kind(plan.period()))
                .with("lasts", PlanRows.lasts(plan.period()))
                .with("lastDay", plan.period() instanceof Period.Until(var day) ? day : null)
                .with("amount", plan.price().minor())
                .with("currency", plan.price().code())
                .with("early", plan.percents().early())
                .with("soon", plan.percents().soon())
                .with("late", plan.percents().late())
                .with("trial", plan.trialDays())
                .with("freeFrom", plan.freeFrom())
                .with("freeUntil", plan.freeUntil())
                .with("automatic", plan.automatic())
                .withTexts(
                        "closes", plan.closes().stream().map(Db::name).sorted().toList());
    }

    private long nextNumber(CircleId circle) {
        return db.sql("""
                insert into plans.counter as c (circle_id, last_number)
                values (:circle, 1)
                on conflict (circle_id) do update set last_number = c.last_number + 1
                returning last_number
                """).with("circle", circle).one(Long.class);
    }
}
