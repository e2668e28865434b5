package app.teahouse.passes;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import app.teahouse.plans.Terms;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives somebody time in a circle, in the caller's transaction: a first piece, one that follows on, or a better plan in the middle. The
 * id of the piece is the caller's; given again, nothing happens.
 */
@Component
public class GivePass {
    private final Db db;
    private final Passes passes;
    private final Plans plans;
    private final Terms terms;
    private final Circles circles;
    private final WritePass writePass;
    private final ObjectProvider<PieceMoved> keepers;
    private final Clock clock;

    GivePass(
            Db db,
            Passes passes,
            Plans plans,
            Terms terms,
            Circles circles,
            WritePass writePass,
            ObjectProvider<PieceMoved> keepers,
            Clock clock) {
        this.db = db;
        this.passes = passes;
        this.plans = plans;
        this.terms = terms;
        this.circles = circles;
        this.writePass = writePass;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** How a piece of time joins what is there. */
    public enum Manner {
        /** From today, or after what is paid already. */
        FOLLOW_ON,
        /** The plan changes now; the last day stays, unless the new plan is for good. */
        CHANGE_NOW
    }

    /**
     * @param piece the id of what was bought or given
     * @param plan what it gives, or null for time without a plan that ends on {@code span}'s last day
     */
    public record Gift(
            UUID piece,
            @Nullable Plan plan,
            Pass.Source source,
            Money paid,
            Manner manner,
            @Nullable Span span) {}

    /** What somebody has, and nobody else gives them any time until this transaction ends: also of who never had any. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Pass lock(CircleId circle, AccountId account) {
        open(circle, account);
        return passes.lock(circle, account).orElseThrow();
    }

    /** What a piece of time would be for whoever has {@code had}. */
    public Span preview(CircleId circle, @Nullable Pass had, Plan plan) {
        var gift = new Gift(new UUID(0, 0), plan, Pass.Source.GIFT, plan.price(), Manner.FOLLOW_ON, null);
        return had == null
                ? Calendar.begin(plan.period(), Calendar.today(clock.instant(), zone(circle)))
                : span(had, gift, zone(circle), terms.of(circle).graceDays());
    }

    /** @return the time that this piece gave */
    @Transactional(propagation = Propagation.MANDATORY)
    public Span give(CircleId circle, AccountId account, Gift gift) {
        var had = lock(circle, account);
        var known = piece(circle, gift.piece());
        if (known.isPresent()) {
            return known.get();
        }
        var zone = zone(circle);
        var span = gift.span() != null
                ? gift.span()
                : span(had, gift, zone, terms.of(circle).graceDays());
        keepAsPiece(had, gift.paid());
        add(circle, account, gift, span, clock.instant());
        writePass.write(circle, account, new WritePass.Stand(gift.plan(), gift.source(), span), zone);
        db.sql("""
                update passes.pass
                   set tried = tried or :trial, next_plan_id = null
                 where circle_id = :circle and account_id = :account
                """)
                .with("circle", circle)
                .with("account", account)
                .with("trial", gift.source() == Pass.Source.TRIAL)
                .run();
        return span;
    }

    private Span span(Pass had, Gift gift, ZoneId zone, int grace) {
        var today = Calendar.today(clock.instant(), zone);
        var period = Objects.requireNonNull(gift.plan()).period();
        var isNew = had.source() == Pass.Source.OVER || had.source() == Pass.Source.TRIAL;
        if (gift.manner() == Manner.CHANGE_NOW && !isNew && had.span().last() != null) {
            return period.hasOwnEnd()
                    ? Calendar.begin(period, today)
                    : new Span(today, had.span().last(), had.span().anchor());
        }
        return isNew ? Calendar.begin(period, today) : Calendar.renew(period, had.span(), today, grace);
    }

    /** Takes a piece back: what is left is what the pieces before it gave. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(CircleId circle, AccountId account, UUID piece) {
        passes.lock(circle, account);
        var ended = db.sql("""
                update passes.span
                   set ended_at = :now
                 where circle_id = :circle and span_id = :piece and account_id = :account and ended_at is null
                """)
                .with("circle", circle)
                .with("account", account)
                .with("piece", piece)
                .with("now", clock.instant())
                .run();
        if (ended == 0) {
            return;
        }
        var zone = zone(circle);
        drawNear(circle, account, Calendar.today(clock.instant(), zone));
        var left = passes.pieces(circle, account);
        if (left.isEmpty()) {
            var yesterday = Calendar.today(clock.instant(), zone).minusDays(1);
            var none = new Span(yesterday, yesterday, yesterday.getDayOfMonth());
            writePass.write(circle, account, new WritePass.Stand(null, Pass.Source.OVER, none), zone);
        } else {
            var before = left.getFirst();
            var plan = before.plan() == null
                    ? null
                    : plans.byId(circle, before.plan()).orElse(null);
            writePass.write(circle, account, new WritePass.Stand(plan, before.source(), before.span()), zone);
        }
    }

    /** What follows on what was taken back begins today: nobody has the time of the gap, and nobody loses a day. */
    private void drawNear(CircleId circle, AccountId account, LocalDate today) {
        var pieces = passes.pieces(circle, account);
        var next = pieces.stream()
                .map(piece -> piece.span().first())
                .min(LocalDate::compareTo)
                .filter(first -> first.isAfter(today));
        if (next.isEmpty()) {
            return;
        }
        var days = ChronoUnit.DAYS.between(today, next.get());
        pieces.forEach(piece -> move(circle, piece, days));
    }

    private void move(CircleId circle, Passes.Piece piece, long days) {
        var last = piece.span().last();
        var moved = last == null || hasOwnEnd(circle, piece) ? last : last.minusDays(days);
        var span = new Span(
                piece.span().first().minusDays(days),
                moved,
                moved == null ? piece.span().anchor() : moved.getDayOfMonth());
        db.sql("""
                update passes.span
                   set first_day = :first, last_day = :last, anchor = :anchor
                 where circle_id = :circle and span_id = :id
                """)
                .with("circle", circle)
                .with("id", piece.id())
                .with("first", span.first())
                .with("last", span.last())
                .with("anchor", span.anchor())
                .run();
        keepers.forEach(keeper -> keeper.moved(circle, piece.id(), span));
    }

    /** What was bought or given as so much time moves; what lasts until a certain day does so still. */
    private boolean hasOwnEnd(CircleId circle, Passes.Piece piece) {
        if (piece.source() != Pass.Source.PAID && piece.source() != Pass.Source.GIFT) {
            return true;
        }
        return piece.plan() != null
                && plans.byId(circle, piece.plan())
                        .filter(plan -> plan.period().hasOwnEnd())
                        .isPresent();
    }

    /** Two who come first at once: the key lets one row be, and the lock on it lets one after the other. */
    private void open(CircleId circle, AccountId account) {
        db.sql("""
                insert into passes.pass (circle_id, account_id, source, first_day, last_day, anchor, ends_at, reads_until)
                values (:circle, :account, 'over', date '2000-01-01', date '2000-01-01', 1, :now, :now)
                on conflict (circle_id, account_id) do nothing
                """)
                .with("circle", circle)
                .with("account", account)
                .with("now", clock.instant())
                .run();
    }

    private Optional<Span> piece(CircleId circle, UUID piece) {
        return db.sql(
                        "select first_day, last_day, anchor from passes.span where circle_id = :circle and span_id = :piece")
                .with("circle", circle)
                .with("piece", piece)
                .maybe((row, n) ->
                        new Span(Objects.requireNonNull(Db.maybeDay(row, 1)), Db.maybeDay(row, 2), row.getInt(3)));
    }

    /** Who was there before the circle cost something has time without a piece; should what comes now be taken back, it is theirs again. */
    private void keepAsPiece(Pass had, Money paid) {
        if (!had.holds(clock.instant())
                || !passes.pieces(had.circle(), had.account()).isEmpty()) {
            return;
        }
        var piece =
                UUID.nameUUIDFromBytes((had.account().value() + " had " + had.span()).getBytes(StandardCharsets.UTF_8));
        var plan =
                had.plan() == null ? null : plans.byId(had.circle(), had.plan()).orElse(null);
        var gift = new Gift(piece, plan, had.source(), Money.none(paid.currency()), Manner.FOLLOW_ON, null);
        add(had.circle(), had.account(), gift, had.span(), clock.instant().minusMillis(1));
    }

    private void add(CircleId circle, AccountId account, Gift gift, Span span, Instant at) {
        db.sql("""
                insert into passes.span
                       (circle_id, span_id, account_id, plan_id, source, first_day, last_day, anchor, amount, currency, made_at)
                values (:circle, :piece, :account, :plan, :source, :first, :last, :anchor, :amount, :currency, :now)
                """)
                .with("circle", circle)
                .with("piece", gift.piece())
                .with("account", account)
                .with("plan", gift.plan() == null ? null : gift.plan().id())
                .with("source", gift.source())
                .with("first", span.first())
                .with("last", span.last())
                .with("anchor", span.anchor())
                .with("amount", gift.paid().minor())
                .with("currency", gift.paid().code())
                .with("now", at)
                .run();
    }

    private ZoneId zone(CircleId circle) {
        return circles.byId(circle)
                .map(Circle::face)
                .map(Face::zone)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"));
    }
}
