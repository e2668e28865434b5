package app.teahouse.passes;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.Price;
import app.teahouse.circles.CircleChanged;
import app.teahouse.circles.CircleRow;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * A circle begins to cost something, or stops. Those who are there keep what the owner chooses for them; what was paid is kept as a date
 * either way. {@link TurnMembers} writes it to each membership afterwards, bit by bit.
 */
@Component
public class ChangePrice {
    static final int LEAST_DAYS = 30;

    private final Db db;
    private final Circles circles;
    private final CircleRow row;
    private final Plans plans;
    private final Events events;
    private final Clock clock;

    ChangePrice(Db db, Circles circles, CircleRow row, Plans plans, Events events, Clock clock) {
        this.db = db;
        this.circles = circles;
        this.row = row;
        this.plans = plans;
        this.events = events;
        this.clock = clock;
    }

    /** What becomes of those who are members already. */
    public enum Choice {
        /** They stay for nothing, for good. */
        KEPT,
        /** They stay for nothing until a day at least thirty days off. */
        PROMISED,
        /** They choose a plan when they come next. */
        PAY
    }

    /**
     * @param until for {@link Choice#PROMISED}
     * @throws Refusal {@code plan.none-on-sale}, {@code price.paid-already}, {@code price.too-soon}, {@code circle.archived}
     */
    @Transactional
    public void toPaid(Partner partner, Choice choice, @Nullable LocalDate until) {
        var circle = circle(partner);
        if (circle.price() == Price.PAID) {
            throw Refusal.conflict("price.paid-already");
        }
        var today = Calendar.today(clock.instant(), circle.face().zone());
        if (plans.onSale(circle.id()).stream().noneMatch(plan -> plan.isOnSale(today))) {
            throw Refusal.conflict("plan.none-on-sale");
        }
        if (choice == Choice.PROMISED && (until == null || until.isBefore(today.plusDays(LEAST_DAYS)))) {
            throw Refusal.invalid("until", "price.too-soon").with("days", LEAST_DAYS);
        }
        db.sql("""
                insert into passes.turn (circle_id, choice, until_day, made_by, made_at)
                values (:circle, :choice, :until, :by, :now)
                on conflict (circle_id) do update
                   set choice = excluded.choice, until_day = excluded.until_day, after_number = 0, done = 0,
                       made_by = excluded.made_by, made_at = excluded.made_at, finished_at = null
                """)
                .with("circle", circle.id())
                .with("choice", choice)
                .with("until", choice == Choice.PROMISED ? until : null)
                .with("by", partner.account())
                .with("now", clock.instant())
                .run();
        row.price(partner, Price.PAID);
        tell(partner, CircleChanged.Kind.PAID, Db.name(choice) + (choice == Choice.PROMISED ? "," + until : ""));
        circles.changed(circle.id());
    }

    /**
     * Nobody pays any more, and nobody's time runs out; what was paid stays as a date, should it cost something again.
     *
     * @throws Refusal {@code price.free-already}
     */
    @Transactional
    public void toFree(Partner partner) {
        var circle = circle(partner);
        if (circle.price() == Price.FREE) {
            throw Refusal.conflict("price.free-already");
        }
        row.price(partner, Price.FREE);
        tell(partner, CircleChanged.Kind.FREE, "");
        events.publish(new TimeFreed(circle.id(), clock.instant(), null));
        db.sql("update passes.pass set automatic = false, next_plan_id = null where circle_id = :circle and automatic")
                .with("circle", circle.id())
                .run();
        db.sql("update passes.turn set finished_at = :now where circle_id = :circle and finished_at is null")
                .with("circle", circle.id())
                .with("now", clock.instant())
                .run();
        circles.changed(circle.id());
    }

    private void tell(Partner partner, CircleChanged.Kind kind, String choice) {
        events.publish(new CircleChanged(partner.circle(), kind, partner.account(), choice, "", clock.instant()));
    }

    private Circle circle(Partner partner) {
        var circle = circles.fresh(partner.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (circle.state() != Circle.State.ACTIVE) {
            throw circle.refusal();
        }
        return circle;
    }

    /** How many members there are for whom the choice is made: no staff, no guest experts, nobody who has paid time. */
    public long present(CircleId circle) {
        return db.sql("""
                select count(*)
                  from members.membership m
                  left join passes.pass p on p.circle_id = m.circle_id and p.account_id = m.account_id
                 where m.circle_id = :circle and m.state = 'active' and m.role in ('member', 'volunteer')
                   and (p.account_id is null or p.source = 'over' or p.ends_at <= :now)
                """).with("circle", circle).with("now", clock.instant()).one(Long.class);
    }

    /** How many have paid time that is still to come. */
    public long paid(CircleId circle) {
        return db.sql("""
                select count(*)
                  from passes.pass
                 where circle_id = :circle and source = 'paid' and (ends_at is null or ends_at > :now)
                """).with("circle", circle).with("now", clock.instant()).one(Long.class);
    }

    /**
     * What became of those who were there when it began to cost something.
     *
     * @param choice what was chosen for them
     * @param until for {@link Choice#PROMISED}
     * @param many members who have that now; of {@link Choice#PAY} those who have not chosen yet
     * @param writing whether it is being written to them still
     */
    public record Chosen(Choice choice, @Nullable LocalDate until, long many, boolean writing) {}

    /** Nothing where nobody was asked: a circle that costs nothing, or did so from its first day. */
    public Optional<Chosen> chosen(CircleId circle) {
        return db.sql("""
                select t.choice, t.until_day, t.finished_at is null,
                       (select count(*)
                          from passes.pass p
                          join members.membership m on m.circle_id = p.circle_id and m.account_id = p.account_id
                         where p.circle_id = t.circle_id and m.state in ('active', 'expired')
                           and m.role in ('member', 'volunteer')
                           and case t.choice when 'kept' then p.source = 'kept'
                                             when 'promised' then p.source = 'promised' and p.last_day = t.until_day
                                             -- Only this leaves a time that ended before it began.
                                             else p.source = 'over' and p.last_day < p.first_day end)
                  from passes.turn t
                 where t.circle_id = :circle
                """)
                .with("circle", circle)
                .maybe((row, n) -> new Chosen(
                        Db.constant(Choice.class, row.getString(1)),
                        Db.maybeDay(row, 2),
                        row.getLong(4),
                        row.getBoolean(3)));
    }

    static Map<String, Choice> choices() {
        return Map.of("kept", Choice.KEPT, "promised", Choice.PROMISED, "pay", Choice.PAY);
    }
}
