package app.teahouse.plans;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The plans of a circle, for the rooms that sell them. */
@Component
public class Plans {
    /** More plans than this nobody can choose among. */
    static final int MOST = 30;

    private final Db db;

    Plans(Db db) {
        this.db = db;
    }

    public List<Plan> all(CircleId circle) {
        return db.sql("""
                select plan_id, number, name, promise, tier, kind, lasts, last_day, amount, currency, early_percent, soon_percent,
                       late_percent, trial_days, free_from, free_until, automatic, closes, state
                  from plans.plan
                 where circle_id = :circle
                 order by case state when 'on_sale' then 0 when 'draft' then 1 else 2 end, tier, number
                 limit :most
                """).with("circle", circle).with("most", 10 * MOST).all((row, n) -> PlanRows.plan(circle, row));
    }

    /** Those somebody can join by, the smallest first. */
    public List<Plan> onSale(CircleId circle) {
        return db.sql("""
                select plan_id, number, name, promise, tier, kind, lasts, last_day, amount, currency, early_percent, soon_percent,
                       late_percent, trial_days, free_from, free_until, automatic, closes, state
                  from plans.plan
                 where circle_id = :circle and state = 'on_sale'
                 order by tier, number
                 limit :most
                """).with("circle", circle).with("most", MOST).all((row, n) -> PlanRows.plan(circle, row));
    }

    /** @throws Refusal {@code plan.unknown} */
    public Plan byNumber(CircleId circle, long number) {
        return db.sql("""
                select plan_id, number, name, promise, tier, kind, lasts, last_day, amount, currency, early_percent, soon_percent,
                       late_percent, trial_days, free_from, free_until, automatic, closes, state
                  from plans.plan
                 where circle_id = :circle and number = :number
                """)
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> PlanRows.plan(circle, row))
                .orElseThrow(() -> Refusal.notFound("plan.unknown"));
    }

    public Optional<Plan> byId(CircleId circle, PlanId id) {
        return db.sql("""
                select plan_id, number, name, promise, tier, kind, lasts, last_day, amount, currency, early_percent, soon_percent,
                       late_percent, trial_days, free_from, free_until, automatic, closes, state
                  from plans.plan
                 where circle_id = :circle and plan_id = :id
                """).with("circle", circle).with("id", id).maybe((row, n) -> PlanRows.plan(circle, row));
    }
}
