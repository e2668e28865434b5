package app.teahouse.gifts;

import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Bars;
import app.teahouse.members.Enrol;
import app.teahouse.members.MemberCard;
import app.teahouse.members.Members;
import app.teahouse.orders.GiftOrders;
import app.teahouse.passes.GivePass;
import app.teahouse.passes.Pass;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Calendar.Span;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides what a card does for somebody: the page says it before the button, and the button asks again. */
@Component
class MayRedeem {
    private final GiftOrders giftOrders;
    private final Members members;
    private final Enrol enrol;
    private final Bars bars;
    private final UseCard useCard;
    private final GivePass givePass;
    private final Clock clock;

    MayRedeem(
            GiftOrders giftOrders,
            Members members,
            Enrol enrol,
            Bars bars,
            UseCard useCard,
            GivePass givePass,
            Clock clock) {
        this.giftOrders = giftOrders;
        this.members = members;
        this.enrol = enrol;
        this.bars = bars;
        this.useCard = useCard;
        this.givePass = givePass;
        this.clock = clock;
    }

    /** What would happen. */
    sealed interface Outcome {
        /** @param byPassword whether who joins types the circle's password */
        record Gives(Span span, boolean byPassword) implements Outcome {}

        /** @param removed whether they were removed before */
        record StaffDecide(boolean removed) implements Outcome {}
    }

    /**
     * @throws Refusal {@code gift.used}, {@code gift.returned}, {@code gift.waiting}, {@code gift.expired}, {@code gift.on-hold},
     *     {@code circle.archived}, {@code gift.free-now}
     */
    void mayAnybody(Circle circle, Card card, @Nullable AccountId account) {
        switch (card.state()) {
            case USED -> throw Refusal.conflict("gift.used");
            case RETURNED -> throw Refusal.conflict("gift.returned");
            case WAITING -> {
                if (account == null || !card.isOf(account)) {
                    throw Refusal.conflict("gift.waiting");
                }
            }
            case UNUSED -> {
                if (card.isExpired(Calendar.today(clock.instant(), circle.face().zone()))) {
                    throw Refusal.conflict("gift.expired");
                }
            }
        }
        if (giftOrders
                .find(card.circle(), card.order())
                .filter(giftOrders::isDisputed)
                .isPresent()) {
            throw Refusal.conflict("gift.on-hold");
        }
        if (circle.state() != Circle.State.ACTIVE) {
            throw Refusal.conflict("circle.archived");
        }
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.conflict("gift.free-now");
        }
    }

    /**
     * @param had what they have here, or null
     * @throws Refusal those of {@link #mayAnybody}, {@code gift.staff-need-none}, {@code gift.for-good-already},
     *     {@code gift.gives-nothing}
     */
    Outcome may(Circle circle, Parcel parcel, Card card, AccountId account, @Nullable Pass had) {
        mayAnybody(circle, card, account);
        bars.refuse(circle.id(), account);
        if (members.card(circle.id(), account).filter(MayRedeem::needsNone).isPresent()) {
            throw Refusal.conflict("gift.staff-need-none");
        }
        var plan = useCard.plan(parcel);
        if (had != null && had.holds(clock.instant()) && had.source() != Pass.Source.TRIAL) {
            gives(had);
        }
        var span = givePass.preview(circle.id(), had, plan);
        if (span.last() != null && span.days() <= 0) {
            throw Refusal.conflict("gift.gives-nothing");
        }
        return comesIn(circle, account, span);
    }

    private static boolean needsNone(MemberCard member) {
        return switch (member.role()) {
            case MEMBER, VOLUNTEER -> false;
            default -> member.active();
        };
    }

    /** Time follows on, whatever it opens: until its first day what is there already stays as it is. */
    private static void gives(Pass had) {
        if (had.isForGood()) {
            throw Refusal.conflict("gift.for-good-already");
        }
    }

    /** A card opens no door that money alone does not: where staff decide or a password is asked for, so it is here. */
    private Outcome comesIn(Circle circle, AccountId account, Span span) {
        var before = enrol.before(circle.id(), account);
        if (before == Enrol.Before.REMOVED) {
            return new Outcome.StaffDecide(true);
        }
        var isNew = before == Enrol.Before.NOTHING;
        if (isNew && (circle.joinMode() == JoinMode.APPLICATION || circle.joinMode() == JoinMode.INVITATION)) {
            return new Outcome.StaffDecide(false);
        }
        return new Outcome.Gives(span, isNew && circle.joinMode() == JoinMode.PASSWORD);
    }
}
