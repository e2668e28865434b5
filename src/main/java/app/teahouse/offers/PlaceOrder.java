package app.teahouse.offers;

import app.teahouse.access.JoinPassword;
import app.teahouse.accounts.Accounts;
import app.teahouse.applications.Apply;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circles;
import app.teahouse.coupons.UseCoupon;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.invitations.InvitationId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Bars;
import app.teahouse.members.Enrol;
import app.teahouse.orders.AddOrder;
import app.teahouse.orders.FulfilOrder;
import app.teahouse.orders.Order;
import app.teahouse.orders.OrderId;
import app.teahouse.orders.OrderRows;
import app.teahouse.payments.EndCheckout;
import app.teahouse.plans.Plans;
import app.teahouse.questions.Replies;
import app.teahouse.questions.Said;
import app.teahouse.security.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody wants to buy a plan. The price is decided now and holds for half an hour; nothing is theirs before it is paid. What costs
 * nothing is theirs at once.
 */
@Component
public class PlaceOrder {
    private final Db db;
    private final QuoteOrder quoteOrder;
    private final Plans plans;
    private final Circles circles;
    private final Enrol enrol;
    private final Bars bars;
    private final Apply apply;
    private final Accounts accounts;
    private final JoinPassword passwords;
    private final Limits limits;
    private final OrderRows rows;
    private final AddOrder addOrder;
    private final EndCheckout endCheckout;
    private final FulfilOrder fulfilOrder;
    private final UseCoupon useCoupon;
    private final TransactionTemplate transaction;

    PlaceOrder(
            Db db,
            QuoteOrder quoteOrder,
            Plans plans,
            Circles circles,
            Enrol enrol,
            Bars bars,
            Apply apply,
            Accounts accounts,
            JoinPassword passwords,
            Limits limits,
            OrderRows rows,
            AddOrder addOrder,
            EndCheckout endCheckout,
            FulfilOrder fulfilOrder,
            UseCoupon useCoupon,
            TransactionTemplate transaction) {
        this.db = db;
        this.quoteOrder = quoteOrder;
        this.plans = plans;
        this.circles = circles;
        this.enrol = enrol;
        this.bars = bars;
        this.apply = apply;
        this.accounts = accounts;
        this.passwords = passwords;
        this.limits = limits;
        this.rows = rows;
        this.addOrder = addOrder;
        this.endCheckout = endCheckout;
        this.fulfilOrder = fulfilOrder;
        this.useCoupon = useCoupon;
        this.transaction = transaction;
    }

    /**
     * @param replies to the circle's questions, where joining is by application
     * @param shown what the buyer was shown as the price; null takes whatever it is now
     * @param code of a coupon, or null
     * @param invitation that lets them in, and was looked at just now; or null
     * @param gives what the buyer was shown that it gives ({@link Quote#gives}); null takes whatever it is now
     */
    public record Wish(
            long plan,
            Replies replies,
            @Nullable String password,
            @Nullable Money shown,
            @Nullable String code,
            @Nullable InvitationId invitation,
            @Nullable String gives) {
        public Wish(
                long plan,
                Replies replies,
                @Nullable String password,
                @Nullable Money shown,
                @Nullable String code,
                @Nullable InvitationId invitation) {
            this(plan, replies, password, shown, code, invitation, null);
        }

        public Wish(
                long plan, Replies replies, @Nullable String password, @Nullable Money shown, @Nullable String code) {
            this(plan, replies, password, shown, code, null);
        }

        public Wish(long plan, Replies replies, @Nullable String password, @Nullable Money shown) {
            this(plan, replies, password, shown, null);
        }
    }

    /** @param checkout where it is paid, or null where it cost nothing and is done */
    public record Placed(OrderId order, @Nullable CheckoutId checkout) {}

    /**
     * @throws Refusal {@code order.price-changed}, {@code circle.archived}, {@code join.invitation-needed}, {@code join.wrong-password},
     *     {@code circle.free}, those of {@link Replies#to}, of {@link QuoteOrder}, and of
     *     {@link app.teahouse.coupons.CheckCode} for a code
     */
    public Placed place(Onlooker onlooker, Wish wish) {
        var person = onlooker.visitor().person().orElseThrow(Refusal::signInNeeded);
        var circle = circles.fresh(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (circle.state() != Circle.State.ACTIVE) {
            throw circle.refusal();
        }
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.conflict("circle.free");
        }
        if (onlooker.member().filter(member -> member.isStaff()).isPresent()) {
            throw Refusal.conflict("order.staff-pay-nothing");
        }
        bars.refuse(circle.id(), person.account());
        var isNew = wish.invitation() == null && enrol.before(circle.id(), person.account()) == Enrol.Before.NOTHING;
        if (isNew) {
            mayComeIn(circle, person.account(), wish);
        }
        var asked = isNew && circle.joinMode() == JoinMode.APPLICATION;
        return transaction.execute(
                _ -> place(circle, person.account(), wish, asked ? apply.said(circle, wish.replies()) : Said.NOTHING));
    }

    private void mayComeIn(Circle circle, AccountId account, Wish wish) {
        if (circle.joinMode() == JoinMode.INVITATION) {
            throw Refusal.notAllowed("join.invitation-needed");
        }
        if (circle.joinMode() == JoinMode.PASSWORD) {
            limits.take("join-password", account.value() + " " + circle.id().value(), 5, Duration.ofMinutes(10));
            if (wish.password() == null || !passwords.matches(circle.id(), wish.password())) {
                throw Refusal.invalid("joinPassword", "join.wrong-password");
            }
        }
    }

    /** In the caller's transaction, for who is asked nothing. */
    Placed place(Circle circle, AccountId account, Wish wish) {
        return place(circle, account, wish, Said.NOTHING);
    }

    /** Pressed twice at once, the second finds the order of the first. */
    private Placed place(Circle circle, AccountId account, Wish wish, Said said) {
        var open = rows.only(circle.id(), account, Order.State.OPEN);
        if (open.isPresent()) {
            if (isSame(open.get(), quote(circle, account, wish), wish, said)) {
                return new Placed(open.get().id(), open.get().checkout());
            }
            // What was begun and not paid makes room for what is wished for now. Should its money come after all, it
            // goes back.
            endCheckout.withdraw(circle.id(), Objects.requireNonNull(open.get().checkout()));
        }
        // Only now: whoever takes a payment locks the payment first and the account last.
        accounts.hold(account);
        if (rows.only(circle.id(), account, Order.State.OPEN).isPresent()) {
            return place(circle, account, wish, said);
        }
        if (rows.only(circle.id(), account, Order.State.WAITING).isPresent()) {
            throw Refusal.conflict("order.waiting-already");
        }
        return add(circle, account, quote(circle, account, wish), wish, said);
    }

    private Quote quote(Circle circle, AccountId account, Wish wish) {
        var plan = plans.byNumber(circle.id(), wish.plan());
        var plain = quoteOrder.quote(circle.id(), account, plan);
        var quote = wish.code() == null
                ? plain
                : quoteOrder.withCode(
                        plain,
                        circle.id(),
                        account,
                        wish.code(),
                        account.value().toString());
        if ((wish.shown() != null && !wish.shown().equals(quote.amount()))
                || (wish.gives() != null && !wish.gives().equals(quote.gives()))) {
            throw Refusal.conflict("order.price-changed");
        }
        return quote;
    }

    private boolean isSame(Order open, Quote quote, Wish wish, Said said) {
        var coupon = quote.coupon() == null ? null : quote.coupon().coupon().value();
        var invitation = wish.invitation() == null ? null : wish.invitation().value();
        return open.plan().equals(quote.plan().id())
                && open.amount().equals(quote.amount())
                && brought(open).equals(new Brought(coupon, invitation, said.words(), said.answers()));
    }

    /** By what somebody pays less, and by what they come in. */
    private record Brought(
            @Nullable UUID coupon, @Nullable UUID invitation, List<String> questions, List<String> answers) {}

    private Brought brought(Order open) {
        return db.sql("""
                select coupon_id, invitation_id, questions, answers
                  from orders.entry
                 where circle_id = :circle and order_id = :id
                """)
                .with("circle", open.circle())
                .with("id", open.id())
                .one((row, n) ->
                        new Brought(Db.maybeUuid(row, 1), Db.maybeUuid(row, 2), Db.texts(row, 3), Db.texts(row, 4)));
    }

    private Placed add(Circle circle, AccountId account, Quote quote, Wish wish, Said said) {
        var coupon = quote.coupon() == null ? null : quote.coupon().coupon();
        var title = circle.face().name() + " · " + quote.plan().name();
        var line = new AddOrder.Line(
                quote.kind(),
                quote.plan().id(),
                title,
                quote.listed(),
                quote.discount(),
                coupon,
                wish.invitation(),
                said);
        var id = addOrder.add(circle, account, line);
        if (quote.amount().isZero()) {
            fulfilOrder.free(circle.id(), id);
            reserve(circle.id(), id, account, quote);
            useCoupon.paid(circle.id(), id, true);
            return new Placed(id, null);
        }
        var checkout = addOrder.charge(
                circle.id(),
                account,
                id,
                line,
                "/me/orders/" + Ids.text(id),
                quote.plan().automatic());
        reserve(circle.id(), id, account, quote);
        return new Placed(id, checkout);
    }

    /** Last of all: a coupon's row is locked from here on, and others wait for it. If it is used up, nothing of the order stays. */
    private void reserve(CircleId circle, OrderId id, AccountId account, Quote quote) {
        if (quote.coupon() != null) {
            useCoupon.reserve(circle, id, account, quote.coupon());
        }
    }
}
