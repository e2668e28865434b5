package app.teahouse.orders;

import app.teahouse.circles.Circle;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.passes.Pass;
import app.teahouse.passes.Passes;
import app.teahouse.payments.EndCheckout;
import app.teahouse.plans.Plan;
import app.teahouse.questions.Said;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The orders of presents, for the room that makes cards of them: placed, found, and given back card by card. */
@Component
public class GiftOrders {
    private final OrderRows rows;
    private final AddOrder addOrder;
    private final EndCheckout endCheckout;
    private final RefundOrder refundOrder;
    private final Disputed disputed;
    private final Passes passes;

    GiftOrders(
            OrderRows rows,
            AddOrder addOrder,
            EndCheckout endCheckout,
            RefundOrder refundOrder,
            Disputed disputed,
            Passes passes) {
        this.rows = rows;
        this.addOrder = addOrder;
        this.endCheckout = endCheckout;
        this.refundOrder = refundOrder;
        this.disputed = disputed;
        this.passes = passes;
    }

    /** The one that somebody began and did not pay. */
    public Optional<Order> open(CircleId circle, AccountId account) {
        return rows.openGift(circle, account);
    }

    /** What was begun makes room for another wish. Should its money come after all, it goes back. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void withdraw(Order open) {
        endCheckout.withdraw(open.circle(), Objects.requireNonNull(open.checkout()));
    }

    public record Placed(OrderId order, CheckoutId checkout) {}

    /**
     * Gifts sell at the price of the plan: no renewal's percentage, no free day, no coupon (rules.md R10).
     *
     * @param returnPath where the giver goes on once it is paid
     * @throws Refusal {@code order.barred} for whom staff let buy nothing
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Placed place(Circle circle, AccountId account, Plan plan, int cards, Function<OrderId, String> returnPath) {
        if (passes.of(circle.id(), account).filter(Pass::barred).isPresent()) {
            throw Refusal.notAllowed("order.barred");
        }
        var name = circle.face().name() + " · " + plan.name();
        var line = new AddOrder.Line(
                Order.Kind.GIFT,
                plan.id(),
                cards == 1 ? name : name + " × " + cards,
                price(plan, cards),
                Money.none(plan.price().currency()),
                null,
                null,
                Said.NOTHING);
        var id = addOrder.add(circle, account, line);
        return new Placed(id, addOrder.charge(circle.id(), account, id, line, returnPath.apply(id), false));
    }

    public static Money price(Plan plan, int cards) {
        return new Money(
                Math.multiplyExact(plan.price().minor(), (long) cards),
                plan.price().currency());
    }

    public Optional<Order> find(CircleId circle, OrderId id) {
        return rows.find(circle, id).filter(order -> order.kind() == Order.Kind.GIFT);
    }

    /** Whether a bank has its money until it is settled who is right. */
    public boolean isDisputed(Order order) {
        return disputed.isOpen(order);
    }

    /** What of it can still be given back: not what a bank took. */
    public Money left(Order order) {
        return disputed.left(order);
    }

    /**
     * Locks payment and order, which come before the cards, so that nobody gives anything of it back meanwhile.
     *
     * @throws Refusal {@code order.unknown}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Order lock(CircleId circle, OrderId id) {
        return refundOrder.lock(circle, id);
    }

    /**
     * Gives a card's money back; what becomes of the card is the caller's. The same id again does nothing.
     *
     * @throws Refusal {@code refund.too-much}, {@code refund.not-covered}, {@code refund.disputed}, {@code order.not-paid}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(Order order, RefundId id, Money amount, String reason, RefundOrder.By by) {
        refundOrder.ofGift(order, new RefundOrder.Wish(id, amount, reason, false), by);
    }
}
