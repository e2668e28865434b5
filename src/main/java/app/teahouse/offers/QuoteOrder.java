package app.teahouse.offers;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.coupons.CheckCode;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderRows;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Period;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import app.teahouse.plans.Terms;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what a plan costs somebody today: joining, renewing, or changing to a better one (rules.md R10). */
@Component
public class QuoteOrder {
    private final Plans plans;
    private final OrderRows rows;
    private final Passes passes;
    private final Terms terms;
    private final Circles circles;
    private final CheckCode checkCode;
    private final Clock clock;

    QuoteOrder(
            Plans plans,
            OrderRows rows,
            Passes passes,
            Terms terms,
            Circles circles,
            CheckCode checkCode,
            Clock clock) {
        this.plans = plans;
        this.rows = rows;
        this.passes = passes;
        this.terms = terms;
        this.circles = circles;
        this.checkCode = checkCode;
        this.clock = clock;
    }

    /**
     * @param account null for a visitor
     * @throws Refusal {@code circle.archived}, {@code circle.free}, {@code plan.unknown}, {@code plan.not-on-sale}, {@code order.for-good-already}, {@code order.lower-plan}, {@code order.no-later},
     *     {@code order.other-currency},
     *     {@code order.barred}
     */
    public Quote quote(CircleId circle, @Nullable AccountId account, Plan plan) {
        sells(circle);
        var today = today(circle);
        var had = account == null ? Optional.<Pass>empty() : passes.of(circle, account);
        if (had.filter(Pass::barred).isPresent()) {
            throw Refusal.notAllowed("order.barred");
        }
        var chosen = terms.of(circle);
        var renewing = had.filter(pass -> isRenewal(pass, plan)).isPresent();
        if (!plan.isOnSale(today) && !(renewing && plan.state() == Plan.State.WITHDRAWN)) {
            throw Refusal.conflict("plan.not-on-sale");
        }
        if (had.isEmpty() || had.get().source() == Pass.Source.OVER || had.get().source() == Pass.Source.TRIAL) {
            return join(plan, today, chosen, had.map(Pass::tried).orElse(false));
        }
        var pass = had.get();
        if (plan.period() instanceof Period.Until(var day)
                && pass.holds(clock.instant())
                && pass.span().last() != null
                && !pass.span().last().isBefore(day)) {
            // The same end for all: who has as much already would pay for no day.
            throw Refusal.conflict("order.no-later");
        }
        // A better plan for good is all that can still be bought.
        if (pass.isForGood() && (renewing || pass.plan() == null || !(plan.period() instanceof Period.Lifetime))) {
            throw Refusal.conflict("order.for-good-already");
        }
        return renewing || !pass.holds(clock.instant()) || isOfOneTier(pass, plan)
                ? renew(plan, pass, today, chosen)
                : upgrade(plan, pass, today);
    }

    /** A year after a month of the same: it follows on. */
    private boolean isOfOneTier(Pass pass, Plan plan) {
        return pass.plan() == null
                || plans.byId(pass.circle(), pass.plan())
                        .filter(has -> has.tier() == plan.tier() && !pass.isForGood())
                        .isPresent();
    }

    /**
     * The same with what a code takes off, after everything else that takes something off.
     *
     * @param who whose tries are counted
     * @throws Refusal those of {@link CheckCode}
     */
    Quote withCode(Quote quote, CircleId circle, @Nullable AccountId account, String code, String who) {
        var buying = switch (quote.kind()) {
            case JOIN -> CheckCode.Buying.JOIN;
            case RENEW -> CheckCode.Buying.RENEW;
            case UPGRADE, GIFT -> CheckCode.Buying.OTHER;
        };
        var wish = new CheckCode.Wish(circle, account, quote.plan().id(), buying, quote.amount(), today(circle));
        return quote.with(checkCode.check(wish, code, who));
    }

    private static boolean isRenewal(Pass pass, Plan plan) {
        return plan.id().equals(pass.plan()) || plan.id().equals(pass.next());
    }

    private static Quote join(Plan plan, LocalDate today, Terms.Chosen chosen, boolean tried) {
        var price = plan.joiningPrice(today);
        return new Quote(
                plan,
                Order.Kind.JOIN,
                plan.price(),
                plan.price().minus(price),
                plan.isFree(today) ? "free-days" : null,
                Calendar.begin(plan.period(), today),
                chosen.refundHours(),
                tried ? 0 : plan.trialDays(),
                null);
    }

    /** What going on would cost on a day. */
    public Money renewalPrice(Pass pass, Plan plan, LocalDate today) {
        return isFirst(pass) ? listed(pass, plan) : lessForStaying(pass, plan, today);
    }

    private Money lessForStaying(Pass pass, Plan plan, LocalDate today) {
        var last = pass.span().last();
        return last == null ? plan.price() : plan.at(listed(pass, plan)).renewalPrice(last, today);
    }

    /** Who is in keeps the price they came in for, or gets the lower one: a change is for others (rules.md R10). */
    private Money listed(Pass pass, Plan plan) {
        return rows.lastListed(pass.circle(), pass.account(), plan.id())
                .filter(_ -> pass.isReadable(clock.instant()))
                .filter(kept -> kept.currency().equals(plan.price().currency()))
                .filter(kept -> kept.compareTo(plan.price()) < 0)
                .orElse(plan.price());
    }

    private Quote renew(Plan plan, Pass pass, LocalDate today, Terms.Chosen chosen) {
        var last = pass.span().last();
        var listed = listed(pass, plan);
        var first = isFirst(pass);
        var price = first ? listed : lessForStaying(pass, plan, today);
        return new Quote(
                plan,
                first ? Order.Kind.JOIN : Order.Kind.RENEW,
                listed,
                listed.minus(price),
                price.equals(listed) ? null : "renewal",
                last == null
                        ? Calendar.begin(plan.period(), today)
                        : Calendar.renew(plan.period(), pass.span(), today, chosen.graceDays()),
                first ? chosen.refundHours() : 0,
                0,
                null);
    }

    /**
     * Who was here by a gift card, a guest pass or a promise pays for the first time: the price of those who join, to be taken back as
     * theirs is. The renewal's price is for who paid before (rules.md R10).
     */
    private boolean isFirst(Pass pass) {
        return switch (pass.source()) {
            case GIFT, COMP, PROMISED -> !rows.hasPaid(pass.circle(), pass.account());
            case PAID, TRIAL, KEPT, OVER -> false;
        };
    }

    private Quote upgrade(Plan plan, Pass pass, LocalDate today) {
        var now = plans.byId(pass.circle(), Objects.requireNonNull(pass.plan()));
        if (now.filter(has -> has.tier() >= plan.tier()).isPresent()) {
            throw Refusal.conflict(pass.isForGood() ? "order.for-good-already" : "order.lower-plan");
        }
        if (now.filter(has -> !has.price().currency().equals(plan.price().currency()))
                .isPresent()) {
            throw Refusal.conflict("order.other-currency");
        }
        // Who upgrades again has paid in several pieces, and each counts for the days that are left of it.
        var unused = passes.pieces(pass.circle(), pass.account()).stream()
                .filter(piece -> piece.paid().currency().equals(plan.price().currency()))
                .map(piece -> piece.span().unused(piece.paid(), today))
                .reduce(Money.none(plan.price().currency()), Money::plus);
        var price = plan.upgradeWith(unused, pass.span(), today);
        var last = pass.span().last();
        var span = plan.period().hasOwnEnd() || last == null
                ? Calendar.begin(plan.period(), today)
                : new Span(today, last, pass.span().anchor());
        return new Quote(plan, Order.Kind.UPGRADE, price, Money.none(price.currency()), null, span, 0, 0, null);
    }

    private void sells(CircleId id) {
        var circle = circles.byId(id).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (circle.state() != Circle.State.ACTIVE) {
            throw circle.refusal();
        }
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.conflict("circle.free");
        }
    }

    LocalDate today(CircleId circle) {
        var zone = circles.byId(circle)
                .map(Circle::face)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .zone();
        return Calendar.today(clock.instant(), zone);
    }
}
