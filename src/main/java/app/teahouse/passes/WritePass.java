package app.teahouse.passes;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Surface;
import app.teahouse.members.Validity;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plan;
import app.teahouse.plans.PlanId;
import app.teahouse.plans.Plans;
import app.teahouse.plans.Terms;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what somebody has: to their pass the end of it all, and to their membership what is open to them today. A lower plan that
 * follows on lowers nothing before its own first day (rules.md R10); {@link OpenNextPiece} comes back on that day.
 */
@Component
class WritePass {
    private final Db db;
    private final Passes passes;
    private final Plans plans;
    private final Terms terms;
    private final Circles circles;
    private final Validity validity;
    private final Events events;
    private final Clock clock;

    WritePass(
            Db db,
            Passes passes,
            Plans plans,
            Terms terms,
            Circles circles,
            Validity validity,
            Events events,
            Clock clock) {
        this.db = db;
        this.passes = passes;
        this.plans = plans;
        this.terms = terms;
        this.circles = circles;
        this.validity = validity;
        this.events = events;
        this.clock = clock;
    }

    /** What somebody's time is in the end. */
    record Stand(@Nullable Plan plan, Pass.Source source, Span span) {}

    @Transactional(propagation = Propagation.MANDATORY)
    void write(CircleId circle, AccountId account, Stand stand, ZoneId zone) {
        var last = stand.span().last();
        var grace = stand.source() == Pass.Source.TRIAL || stand.source() == Pass.Source.OVER
                ? 0
                : terms.of(circle).graceDays();
        db.sql("""
                update passes.pass
                   set plan_id = :plan, source = :source, first_day = :first, last_day = :last, anchor = :anchor, ends_at = :ends,
                       reads_until = :reads, automatic = automatic and :returns, tell_at = :tell, version = version + 1
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .with("plan", stand.plan() == null ? null : stand.plan().id())
                .with("source", stand.source())
                .with("first", stand.span().first())
                .with("last", last)
                .with("anchor", stand.span().anchor())
                .with("ends", last == null ? null : Calendar.endOf(last, zone))
                .with("reads", last == null ? null : Calendar.endOf(last.plusDays(grace), zone))
                // What is given for nothing does not become something that costs.
                .with("returns", returns(stand))
                .with("tell", tellAt(stand, zone))
                .run();
        open(circle, account);
    }

    private static boolean returns(Stand stand) {
        return stand.plan() != null && stand.plan().period().returns() && stand.source() != Pass.Source.COMP;
    }

    private @Nullable Instant tellAt(Stand stand, ZoneId zone) {
        return stand.source() == Pass.Source.OVER
                ? null
                : Ladder.next(stand.span(), stand.source() == Pass.Source.TRIAL, zone, clock.instant())
                        .orElse(null);
    }

    /**
     * Writes to a membership what its pass says; also after somebody became a member, whose time was given before there was a
     * membership to write it to.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    void open(CircleId circle, AccountId account) {
        passes.of(circle, account).ifPresent(pass -> open(pass, passes.pieces(circle, account)));
        events.publish(new PassChanged(circle, account));
    }

    private void open(Pass pass, List<Passes.Piece> pieces) {
        var zone = zone(pass.circle());
        var today = Calendar.today(clock.instant(), zone);
        var current = Passes.current(pieces, today);
        PlanId planId = current.isPresent() ? current.get().plan() : pass.plan();
        var source = current.map(Passes.Piece::source).orElse(pass.source());
        var plan = planId == null ? null : plans.byId(pass.circle(), planId).orElse(null);
        validity.set(pass.circle(), pass.account(), pass.endsAt(), pass.readsUntil(), tier(plan, source), closes(plan));
        turnAt(pass, next(pieces, planId, today), zone);
    }

    /** The first day of the next piece that has another plan, or null. */
    private static @Nullable LocalDate next(List<Passes.Piece> pieces, @Nullable PlanId plan, LocalDate today) {
        return pieces.stream()
                .filter(piece -> piece.span().first().isAfter(today) && !Objects.equals(piece.plan(), plan))
                .map(piece -> piece.span().first())
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private void turnAt(Pass pass, @Nullable LocalDate day, ZoneId zone) {
        db.sql("""
                update passes.pass
                   set turns_at = :turns
                 where circle_id = :circle and account_id = :account and turns_at is distinct from cast(:turns as timestamptz)
                """)
                .with("circle", pass.circle())
                .with("account", pass.account())
                .with("turns", day == null ? null : day.atStartOfDay(zone).toInstant())
                .run();
    }

    /** Who was given time without a plan reads everything. */
    private static int tier(@Nullable Plan plan, Pass.Source source) {
        return plan != null ? plan.tier() : source == Pass.Source.OVER ? 0 : 9;
    }

    private static Set<Surface> closes(@Nullable Plan plan) {
        return plan == null ? Set.of() : plan.closes();
    }

    private ZoneId zone(CircleId circle) {
        return circles.byId(circle)
                .map(Circle::face)
                .map(Face::zone)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }
}
