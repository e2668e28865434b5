package app.teahouse.orders;

import app.teahouse.applications.Apply;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circles;
import app.teahouse.invitations.InvitationId;
import app.teahouse.invitations.Invited;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.members.Bars;
import app.teahouse.members.Came;
import app.teahouse.members.Enrol;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import app.teahouse.plans.Plans;
import app.teahouse.questions.Replies;
import app.teahouse.treasury.MoneyRules;
import java.time.Clock;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Gives a buyer what they paid for, or lets staff decide first where joining is by application. In the caller's transaction. */
@Component
public class FulfilOrder {
    private final Db db;
    private final OrderRows rows;
    private final Circles circles;
    private final Plans plans;
    private final GivePass givePass;
    private final Passes passes;
    private final Enrol enrol;
    private final Bars bars;
    private final Apply apply;
    private final ObjectProvider<GiftCards> giftCards;
    private final Invited invited;
    private final MoneyRules moneyRules;
    private final Clock clock;

    FulfilOrder(
            Db db,
            OrderRows rows,
            Circles circles,
            Plans plans,
            GivePass givePass,
            Passes passes,
            Enrol enrol,
            Bars bars,
            Apply apply,
            ObjectProvider<GiftCards> giftCards,
            Invited invited,
            MoneyRules moneyRules,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.circles = circles;
        this.plans = plans;
        this.givePass = givePass;
        this.passes = passes;
        this.enrol = enrol;
        this.bars = bars;
        this.apply = apply;
        this.giftCards = giftCards;
        this.invited = invited;
        this.moneyRules = moneyRules;
        this.clock = clock;
    }

    /** An order that cost nothing. */
    public void free(CircleId circle, OrderId id) {
        var order = rows.lock(circle, id);
        bars.refuse(circle, order.account());
        var entry = entry(order);
        if (entry == Entry.TOO_LATE) {
            throw Refusal.conflict("order.invitation-used");
        }
        var none = Money.none(Currency.getInstance(order.amount().code()));
        paid(order, none, false);
        fulfil(rows.lock(circle, id), entry);
    }

    /** By what somebody comes in who has bought. */
    enum Entry {
        /** As everybody, by what the circle asks of newcomers. */
        AS_ALL,
        /** Nothing more is asked. A use of their invitation was taken. */
        INVITED,
        /**
         * Somebody else had the last use of their invitation, or it was taken back, and without one nobody comes in; or staff keep them
         * out by now.
         */
        TOO_LATE
    }

    /** Asked before anything is written: it locks the invitation, and only who was never here needs one. */
    Entry entry(Order order) {
        if (!order.isGift() && bars.of(order.circle(), order.account()).isPresent()) {
            return Entry.TOO_LATE;
        }
        var invitation = invitation(order);
        if (invitation.isEmpty() || enrol.before(order.circle(), order.account()) != Enrol.Before.NOTHING) {
            return Entry.AS_ALL;
        }
        if (invited.take(order.circle(), invitation.get())) {
            return Entry.INVITED;
        }
        var mode = circles.fresh(order.circle())
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .joinMode();
        return mode == JoinMode.OPEN || mode == JoinMode.APPLICATION ? Entry.AS_ALL : Entry.TOO_LATE;
    }

    private Optional<InvitationId> invitation(Order order) {
        return db.sql("""
                select invitation_id
                  from orders.entry
                 where circle_id = :circle and order_id = :id and invitation_id is not null
                """)
                .with("circle", order.circle())
                .with("id", order.id())
                .maybe((row, n) -> new InvitationId(Db.uuid(row, 1)));
    }

    /** Writes that it was paid; what it gives comes with {@link #fulfil}. */
    void paid(Order order, Money fee, boolean outside) {
        db.sql("""
                update orders.entry
                   set state = 'waiting', paid_at = :now, fee = :fee, outside = :outside
                 where circle_id = :circle and order_id = :id and state = 'open'
                """)
                .with("circle", order.circle())
                .with("id", order.id())
                .with("fee", fee.minor())
                .with("outside", outside)
                .with("now", clock.instant())
                .run();
    }

    /** Joining by application, and for whom staff removed before: staff decide, and the order waits for them. */
    void fulfil(Order order, Entry entry) {
        var circle = circles.fresh(order.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (order.isGift()) {
            giftCards.forEach(cards -> cards.paid(order, circle));
            done(order, null);
            return;
        }
        // Staff who remove them at this moment come before or after: a time is locked first, then a membership.
        passes.lock(order.circle(), order.account());
        var before = enrol.hold(order.circle(), order.account());
        var removed = before == Enrol.Before.REMOVED;
        if (removed
                || (entry == Entry.AS_ALL
                        && circle.joinMode() == JoinMode.APPLICATION
                        && before == Enrol.Before.NOTHING)) {
            apply.applyPaid(circle, order.account(), Role.MEMBER, replies(order), removed);
            return;
        }
        give(order, circle);
    }

    /** An order from before they were kept has no questions. */
    private Replies replies(Order order) {
        return db.sql("select questions, answers from orders.entry where circle_id = :circle and order_id = :id")
                .with("circle", order.circle())
                .with("id", order.id())
                .one((row, n) -> {
                    var asked = Db.texts(row, 1);
                    return new Replies(asked.isEmpty() ? null : asked, Db.texts(row, 2));
                });
    }

    /** Staff said yes. */
    public void approved(Order order) {
        give(order, circles.fresh(order.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown")));
    }

    private void give(Order order, Circle circle) {
        var plan = plans.byId(order.circle(), order.plan()).orElseThrow(() -> Refusal.notFound("plan.unknown"));
        var manner = order.kind() == Order.Kind.UPGRADE ? GivePass.Manner.CHANGE_NOW : GivePass.Manner.FOLLOW_ON;
        var span = givePass.give(
                order.circle(),
                order.account(),
                new GivePass.Gift(order.id().value(), plan, Pass.Source.PAID, order.amount(), manner, null));
        done(order, span);
        enrol.enrol(order.circle(), order.account(), Role.MEMBER, circle.rulesVersion(), Came.PURCHASE);
        apply.settle(order.circle(), order.account());
    }

    /** Nobody has to decide any more about somebody whose money went back. */
    void waitNoMore(Order order) {
        if (order.state() == Order.State.WAITING && !order.isGift()) {
            apply.settle(order.circle(), order.account());
        }
    }

    /** It was not paid in time. */
    void gone(CircleId circle, OrderId id) {
        giftCards.forEach(cards -> cards.gone(circle, id));
    }

    /** What it gave is over, and of a gift every card that it paid. */
    void takeBack(Order order) {
        if (order.isGift()) {
            giftCards.forEach(cards -> cards.takenBack(order));
        } else {
            givePass.takeBack(order.circle(), order.account(), order.id().value());
            cutShort(order);
        }
    }

    /** Its receipt says which days it really gave: today is the last, and what was still to begin gave none. */
    private void cutShort(Order order) {
        var zone = circles.fresh(order.circle())
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .face()
                .zone();
        db.sql("""
                update orders.entry
                   set last_day = greatest(first_day - 1, :today)
                 where circle_id = :circle and order_id = :id and (last_day is null or last_day > :today) and first_day is not null
                """)
                .with("circle", order.circle())
                .with("id", order.id())
                .with("today", Calendar.today(clock.instant(), zone))
                .run();
    }

    /** @param span what the buyer got, or null for cards */
    private void done(Order order, @Nullable Span span) {
        db.sql("""
                update orders.entry
                   set state = 'done', first_day = :first, last_day = :last, settles_at = :settles
                 where circle_id = :circle and order_id = :id and state = 'waiting'
                """)
                .with("circle", order.circle())
                .with("id", order.id())
                .with("first", span == null ? null : span.first())
                .with("last", span == null ? null : span.last())
                .with(
                        "settles",
                        order.outside()
                                ? null
                                : clock.instant().plus(moneyRules.rules().settleDelay()))
                .run();
    }
}
