package app.teahouse.comps;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Enrol;
import app.teahouse.members.GuestPassChanged;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The owner or a partner lets somebody be here for nothing: a speaker, a friend of the house, who helped. It is no income and no promise. */
@Component
class GiveComp {
    /** Without a plan everything is open. */
    private static final int ALL_OPEN = 9;

    private final Db db;
    private final Members members;
    private final Enrol enrol;
    private final Plans plans;
    private final GivePass givePass;
    private final Events events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    GiveComp(
            Db db,
            Members members,
            Enrol enrol,
            Plans plans,
            GivePass givePass,
            Events events,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.members = members;
        this.enrol = enrol;
        this.plans = plans;
        this.givePass = givePass;
        this.events = events;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param plan what it opens, or null for everything
     * @param until the last day, or null for good
     */
    record Wish(@Nullable Long plan, @Nullable LocalDate until, String reason) {}

    /**
     * @throws Refusal {@code member.unknown}, {@code plan.unknown}, {@code comp.day-over}, {@code comp.staff-need-none},
     *     {@code comp.removed}, {@code comp.has-one}, {@code comp.has-time}, {@code comp.has-better}
     */
    void give(Partner partner, long number, Wish wish) {
        var today = Calendar.today(clock.instant(), partner.member().face().zone());
        new Faults()
                .text("reason", wish.reason(), 300)
                .require(wish.until() == null || !wish.until().isBefore(today), "until", "comp.day-over")
                .refuse();
        var member = members.numbered(partner.circle(), number).orElseThrow(() -> Refusal.notFound("member.unknown"));
        mayHave(partner, member);
        var plan = wish.plan() == null ? null : plans.byNumber(partner.circle(), wish.plan());
        try {
            transaction.executeWithoutResult(_ -> give(partner, member.account(), plan, wish, today));
        } catch (DuplicateKeyException e) {
            // Given twice at once: the key lets one be.
            throw Refusal.conflict("comp.has-one");
        }
    }

    private void mayHave(Partner partner, MemberCard member) {
        var needsNone = switch (member.role()) {
            case MEMBER, VOLUNTEER -> false;
            default -> member.active();
        };
        if (needsNone) {
            throw Refusal.conflict("comp.staff-need-none");
        }
        if (enrol.before(partner.circle(), member.account()) == Enrol.Before.REMOVED) {
            throw Refusal.conflict("comp.removed");
        }
    }

    private void give(Partner partner, AccountId account, @Nullable Plan plan, Wish wish, LocalDate today) {
        var had = givePass.lock(partner.circle(), account);
        closeOver(partner, account, today);
        var span = span(had, plan == null ? ALL_OPEN : plan.tier(), wish.until(), today);
        var id = new CompId(Ids.next());
        db.sql("""
                insert into comps.comp (circle_id, comp_id, account_id, plan_id, last_day, reason, given_by, given_at)
                values (:circle, :id, :account, :plan, :last, :reason, :by, :now)
                """)
                .with("circle", partner.circle())
                .with("id", id)
                .with("account", account)
                .with("plan", plan == null ? null : plan.id())
                .with("last", wish.until())
                .with("reason", wish.reason().strip())
                .with("by", partner.account())
                .with("now", clock.instant())
                .run();
        givePass.give(
                partner.circle(),
                account,
                new GivePass.Gift(
                        id.value(),
                        plan,
                        Pass.Source.COMP,
                        plan == null
                                ? Money.of(0, "CNY")
                                : Money.none(plan.price().currency()),
                        GivePass.Manner.FOLLOW_ON,
                        span));
        events.publish(new GuestPassChanged(
                partner.circle(),
                account,
                id.value(),
                true,
                partner.account(),
                wish.until() == null ? "" : wish.until().toString(),
                wish.reason().strip(),
                clock.instant()));
    }

    /** One whose day is over makes room for another. */
    private void closeOver(Partner partner, AccountId account, LocalDate today) {
        db.sql("""
                update comps.comp
                   set ended_at = :now
                 where circle_id = :circle and account_id = :account and ended_at is null and last_day < :today
                """)
                .with("circle", partner.circle())
                .with("account", account)
                .with("today", today)
                .with("now", clock.instant())
                .run();
        if (db.sql("select 1 from comps.comp where circle_id = :circle and account_id = :account and ended_at is null")
                .with("circle", partner.circle())
                .with("account", account)
                .exists()) {
            throw Refusal.conflict("comp.has-one");
        }
    }

    /** What somebody has already is never made less by a present: it begins after it, or opens more until at least as long. */
    private Span span(Pass had, int tier, @Nullable LocalDate until, LocalDate today) {
        var anchor = until == null ? today.getDayOfMonth() : until.getDayOfMonth();
        if (!had.holds(clock.instant()) || had.source() == Pass.Source.TRIAL) {
            return new Span(today, until, anchor);
        }
        var has = had.plan() == null
                ? ALL_OPEN
                : plans.byId(had.circle(), had.plan()).map(Plan::tier).orElse(ALL_OPEN);
        if (has > tier) {
            throw Refusal.conflict("comp.has-better");
        }
        if (had.isForGood()
                || (until != null
                        && !until.isAfter(Objects.requireNonNull(had.span().last())))) {
            throw Refusal.conflict("comp.has-time");
        }
        return has == tier
                ? new Span(Objects.requireNonNull(had.span().last()).plusDays(1), until, anchor)
                : new Span(today, until, anchor);
    }
}
