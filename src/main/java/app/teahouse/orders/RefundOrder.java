package app.teahouse.orders;

import app.teahouse.coupons.UseCoupon;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Person;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.TransferId;
import app.teahouse.passes.RefundCount;
import app.teahouse.payments.GiveBack;
import app.teahouse.payments.Seller;
import app.teahouse.plans.Terms;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money goes back the way it came: whole by the buyer within the circle's hours, whole or in part by staff. The site's fee goes back in
 * proportion. The order, the time it gave and the ledger change in one transaction; the gateway is asked afterwards.
 */
@Component
public class RefundOrder {
    private final Db db;
    private final OrderRows rows;
    private final Ledger ledger;
    private final RefundTransfers refundTransfers;
    private final GiveBack giveBack;
    private final FulfilOrder fulfilOrder;
    private final MayRefund mayRefund;
    private final RefundCount refundCount;
    private final Terms terms;
    private final UseCoupon useCoupon;
    private final Disputed disputed;
    private final NoteRefund noteRefund;
    private final Events events;
    private final Clock clock;

    RefundOrder(
            Db db,
            OrderRows rows,
            Ledger ledger,
            RefundTransfers refundTransfers,
            GiveBack giveBack,
            FulfilOrder fulfilOrder,
            MayRefund mayRefund,
            RefundCount refundCount,
            Terms terms,
            UseCoupon useCoupon,
            Disputed disputed,
            NoteRefund noteRefund,
            Events events,
            Clock clock) {
        this.db = db;
        this.rows = rows;
        this.ledger = ledger;
        this.refundTransfers = refundTransfers;
        this.giveBack = giveBack;
        this.fulfilOrder = fulfilOrder;
        this.mayRefund = mayRefund;
        this.refundCount = refundCount;
        this.terms = terms;
        this.useCoupon = useCoupon;
        this.disputed = disputed;
        this.noteRefund = noteRefund;
        this.events = events;
        this.clock = clock;
    }

    /**
     * @param id chosen by the caller: the same again does nothing
     * @param endsAccess whether the time that was bought ends; always so where all of it goes back
     */
    public record Wish(RefundId id, Money amount, String reason, boolean endsAccess) {}

    /** Who gives back, and whether it is the buyer. */
    public record By(AccountId account, boolean buyer) {}

    /**
     * @throws Refusal {@code refund.too-much}, {@code refund.not-covered}, {@code refund.by-card}, {@code refund.later-order},
     *     {@code order.unknown}, {@code order.not-paid}
     */
    @Transactional
    public void byStaff(Partner partner, OrderId id, Wish wish) {
        new Faults().text("reason", wish.reason(), 300).refuse();
        if (rows.find(partner.circle(), id).filter(Order::isGift).isPresent()) {
            throw Refusal.conflict("refund.by-card");
        }
        if (wish.endsAccess()
                || rows.find(partner.circle(), id)
                        .filter(order -> wish.amount().equals(disputed.left(order)))
                        .isPresent()) {
            mayRefund.nothingBuildsOn(partner.circle(), id);
        }
        refund(partner.circle(), id, wish, partner.account(), false);
    }

    /**
     * The buyer takes a first payment back.
     *
     * @throws Refusal {@code refund.too-late}, {@code refund.not-first}, {@code refund.used-up}, {@code refund.later-order},
     *     {@code refund.cost-nothing}, {@code order.unknown}
     */
    @Transactional
    public void byMember(Person person, CircleId circle, OrderId id, RefundId refund) {
        var order = rows.find(circle, id)
                .filter(one -> one.account().equals(person.account()))
                .orElseThrow(() -> Refusal.notFound("order.unknown"));
        if (db.sql("select 1 from orders.refund where circle_id = :circle and refund_id = :id")
                .with("circle", circle)
                .with("id", refund)
                .exists()) {
            return;
        }
        mayRefund.byMember(order);
        refund(circle, id, new Wish(refund, disputed.left(order), "", true), person.account(), true);
        refundCount.count(circle, person.account(), terms.of(circle).refundsMost());
    }

    /** All of a paid order, because staff declined who paid it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void whole(Order order, AccountId by) {
        var id = new RefundId(TransferId.of(order.id().value(), "declined").value());
        refund(order.circle(), order.id(), new Wish(id, disputed.left(order), "", true), by, false);
    }

    /** A part of a gift, for one of its cards. */
    void ofGift(Order order, Wish wish, By by) {
        refund(order.circle(), order.id(), wish, by.account(), by.buyer());
    }

    /** The payment first, then what was sold (docs/money.md). */
    Order lock(CircleId circle, OrderId id) {
        var checkout = rows.find(circle, id)
                .orElseThrow(() -> Refusal.notFound("order.unknown"))
                .checkout();
        if (checkout != null) {
            giveBack.lock(circle, checkout);
        }
        return rows.lock(circle, id);
    }

    private void refund(CircleId circle, OrderId id, Wish wish, AccountId by, boolean byMember) {
        // Before the order is locked, as deciding about an application does.
        rows.find(circle, id)
                .filter(order -> wish.amount().equals(disputed.left(order)))
                .ifPresent(fulfilOrder::waitNoMore);
        var order = lock(circle, id);
        var checkout = order.checkout();
        if (known(order, wish)) {
            return;
        }
        if (!order.isPaid() || order.state() == Order.State.REFUNDED) {
            throw Refusal.conflict("order.not-paid");
        }
        if (disputed.isOpen(order)) {
            throw Refusal.conflict("refund.disputed");
        }
        if (!wish.amount().isPositive() && !order.amount().isZero()) {
            throw Refusal.invalid("amount", "refund.nothing");
        }
        if (wish.amount().compareTo(disputed.left(order)) > 0) {
            throw Refusal.invalid("amount", "refund.too-much");
        }
        write(order, wish, order.split(wish.amount()), by, byMember);
        if (!byMember) {
            noteRefund.by(by, order, wish);
        }
        if (wish.amount().isPositive()) {
            events.publish(moved(order, wish, false));
            giveBack.ask(circle, wish.id(), Objects.requireNonNull(checkout), wish.amount(), reason(order, wish));
            ledger.post(
                    circle, order.id().value(), refundTransfers.asked(order, wish.id(), order.split(wish.amount())));
        }
    }

    private static RefundMoved moved(Order order, Wish wish, boolean done) {
        return new RefundMoved(
                order.circle(),
                order.id(),
                wish.id(),
                order.account(),
                wish.amount().minor(),
                wish.amount().code(),
                done,
                wish.reason().strip());
    }

    private static String reason(Order order, Wish wish) {
        return wish.reason().isBlank()
                ? order.number()
                : order.number() + ": " + wish.reason().strip();
    }

    private boolean known(Order order, Wish wish) {
        return db.sql("select amount from orders.refund where circle_id = :circle and refund_id = :id")
                .with("circle", order.circle())
                .with("id", wish.id())
                .maybe(Long.class)
                .filter(amount -> {
                    if (amount != wish.amount().minor()) {
                        throw Refusal.conflict("refund.other");
                    }
                    return true;
                })
                .isPresent();
    }

    private void write(Order order, Wish wish, Order.Parts parts, AccountId by, boolean byMember) {
        var all = disputed.left(order).equals(wish.amount());
        var ends = all || wish.endsAccess();
        db.sql("""
                insert into orders.refund
                       (circle_id, refund_id, order_id, amount, fee, by_id, by_member, reason, ends_access, state, made_at, ended_at)
                values (:circle, :id, :order, :amount, :fee, :by, :byMember, :reason, :ends, :state, :now, :ended)
                """)
                .with("circle", order.circle())
                .with("id", wish.id())
                .with("order", order.id())
                .with("amount", wish.amount().minor())
                .with("fee", parts.fee().minor())
                .with("by", by)
                .with("byMember", byMember)
                .with("reason", wish.reason().strip())
                .with("ends", ends)
                .with("state", wish.amount().isZero() ? "done" : "asked")
                .with("now", clock.instant())
                .with("ended", wish.amount().isZero() ? clock.instant() : null)
                .run();
        db.sql("""
                update orders.entry
                   set refunded = refunded + :amount, fee_returned = fee_returned + :fee,
                       state = case when :all then 'refunded' else state end,
                       ended_at = case when :all then cast(:now as timestamptz) else ended_at end
                 where circle_id = :circle and order_id = :id
                """)
                .with("circle", order.circle())
                .with("id", order.id())
                .with("amount", wish.amount().minor())
                .with("fee", parts.fee().minor())
                .with("all", all)
                .with("now", clock.instant())
                .run();
        if (all) {
            useCoupon.release(order.circle(), order.id());
        }
        if (ends) {
            mayRefund.freeUpgradesOn(order).forEach(this::end);
            fulfilOrder.takeBack(order);
        }
    }

    private void end(Order free) {
        rows.end(free, Order.State.DONE);
        fulfilOrder.takeBack(free);
    }

    /** Somebody refunded on the gateway's own screens: the money is gone, so it is booked, from the circle's debt if it must be. */
    void outside(Seller.Sale sale, RefundId refund, Money amount) {
        var order = rows.lock(sale.circle(), new OrderId(sale.about()));
        var wish = new Wish(refund, amount.atMost(order.refundable()), "", false);
        if (known(order, wish)) {
            return;
        }
        var parts = order.split(wish.amount());
        write(order, wish, parts, sale.payer(), false);
        var more = amount.minus(wish.amount());
        ledger.post(sale.circle(), order.id().value(), refundTransfers.gone(order, refund, parts, more));
        // The payer has it: nobody tells its end a second time.
        db.sql("""
                update orders.refund
                   set state = 'done', ended_at = :now
                 where circle_id = :circle and refund_id = :refund and state = 'asked'
                """)
                .with("circle", sale.circle())
                .with("refund", refund)
                .with("now", clock.instant())
                .run();
        events.publish(moved(order, wish, true));
    }
}
