package app.teahouse.gifts;

import app.teahouse.applications.Apply;
import app.teahouse.circles.Circles;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.TransferId;
import app.teahouse.orders.GiftOrders;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.RefundOrder;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Terms;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The money of a card goes back to the giver, and the card is dead: by the giver while nobody has used it and the circle's hours last, by
 * staff whenever, and then the time that a used one gave ends.
 */
@Component
class ReturnCard {
    private final GiftRows rows;
    private final FulfilGift fulfilGift;
    private final GiftOrders giftOrders;
    private final Apply apply;
    private final Terms terms;
    private final Circles circles;
    private final Clock clock;

    ReturnCard(
            GiftRows rows,
            FulfilGift fulfilGift,
            GiftOrders giftOrders,
            Apply apply,
            Terms terms,
            Circles circles,
            Clock clock) {
        this.rows = rows;
        this.fulfilGift = fulfilGift;
        this.giftOrders = giftOrders;
        this.apply = apply;
        this.terms = terms;
        this.circles = circles;
        this.clock = clock;
    }

    /**
     * Twice is as once.
     *
     * @throws Refusal {@code gift.unknown}, {@code gift.in-use}, {@code gift.expired}, {@code refund.too-late}
     */
    @Transactional
    public void byGiver(Person person, CircleId circle, OrderId id, int number) {
        var order = giftOrders.lock(circle, id);
        if (!order.account().equals(person.account())) {
            throw LookAtCard.unknown();
        }
        var card = card(order, number);
        if (card.state() == Card.State.RETURNED) {
            return;
        }
        if (card.state() != Card.State.UNUSED) {
            throw Refusal.conflict("gift.in-use");
        }
        if (card.isExpired(today(circle))) {
            throw Refusal.conflict("gift.expired");
        }
        if (clock.instant().isAfter(until(order))) {
            throw Refusal.conflict("refund.too-late")
                    .with("hours", terms.of(circle).refundHours());
        }
        give(order, card, card.worth(), "", new RefundOrder.By(person.account(), true));
    }

    /** Until when the giver takes back what is unused, by themselves. */
    Instant until(Order order) {
        return Objects.requireNonNull(order.paidAt())
                .plus(Duration.ofHours(terms.of(order.circle()).refundHours()));
    }

    /**
     * What staff wish to give back of a card.
     *
     * @param number of the card
     * @param amount of a used card: a part of what it was worth, or null for all; all of an unused one goes back. Of a card of which a
     *     part went back already, null is the rest
     * @param gone what had gone back of it when they looked: where it is more by now, this was asked before. Null where they do not say:
     *     then the same sum again is the same
     */
    record Wish(
            int number, @Nullable Money amount, @Nullable Money gone, String reason) {

        boolean isKnown(Card card) {
            return gone == null
                    ? card.returned().equals(amount)
                    : !card.returned().equals(gone);
        }
    }

    /**
     * Twice is as once.
     *
     * @return what goes back by this: nothing where it did before
     * @throws Refusal {@code gift.unknown}, {@code gift.whole}, {@code refund.too-much} and those of {@link GiftOrders#giveBack}
     */
    @Transactional
    Money byStaff(Partner partner, OrderId id, Wish wish) {
        new Faults().text("reason", wish.reason(), 300).refuse();
        var order = giftOrders.lock(partner.circle(), id);
        var card = card(order, wish.number());
        if (card.state() == Card.State.RETURNED) {
            return rest(order, card, wish, new RefundOrder.By(partner.account(), false));
        }
        var amount = wish.amount();
        if (amount != null && card.state() != Card.State.USED && !amount.equals(card.worth())) {
            throw Refusal.invalid("amount", "gift.whole");
        }
        var some = amount == null || card.state() != Card.State.USED ? card.worth() : amount;
        if (some.minor() < 0 || some.compareTo(card.worth()) > 0) {
            throw Refusal.invalid("amount", "refund.too-much");
        }
        return give(order, card, some, wish.reason().strip(), new RefundOrder.By(partner.account(), false));
    }

    /** What is left goes back whole, so that it goes once. */
    private Money rest(Order order, Card card, Wish wish, RefundOrder.By by) {
        if (card.rest().isZero() || wish.isKnown(card)) {
            return Money.none(card.worth().currency());
        }
        if (wish.amount() != null && !wish.amount().equals(card.rest())) {
            throw Refusal.invalid("amount", "gift.rest").with("sum", card.rest());
        }
        var money = card.rest().atMost(giftOrders.left(order));
        if (money.isPositive()) {
            fulfilGift.end(card, card.returned().plus(money));
            var refund = new RefundId(TransferId.of(card.id().value(), "rest").value());
            giftOrders.giveBack(order, refund, money, wish.reason().strip(), by);
        }
        return money;
    }

    private Card card(Order order, int number) {
        return rows.cards(order.circle(), order.id(), true).stream()
                .filter(card -> card.number() == number)
                .findFirst()
                .orElseThrow(LookAtCard::unknown);
    }

    private Money give(Order order, Card card, Money amount, String reason, RefundOrder.By by) {
        var money = amount.atMost(giftOrders.left(order));
        fulfilGift.end(card, money);
        AccountId holder = card.holder();
        if (card.state() == Card.State.WAITING && holder != null) {
            apply.settle(card.circle(), holder);
        }
        if (money.isPositive()) {
            var refund = new RefundId(TransferId.of(card.id().value(), "card").value());
            giftOrders.giveBack(order, refund, money, reason, by);
        }
        return money;
    }

    private LocalDate today(CircleId circle) {
        var face = circles.byId(circle)
                .orElseThrow(() -> Refusal.notFound("circle.unknown"))
                .face();
        return Calendar.today(clock.instant(), face.zone());
    }
}
