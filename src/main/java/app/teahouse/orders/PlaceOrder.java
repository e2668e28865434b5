package app.teahouse.orders;

import app.teahouse.access.JoinPassword;
import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Circles;
import app.teahouse.coupons.UseCoupon;
import app.teahouse.invitations.InvitationId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.members.Enrol;
import app.teahouse.payments.CheckoutId;
import app.teahouse.payments.EndCheckout;
import app.teahouse.payments.OpenCheckout;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.Plans;
import app.teahouse.security.Limits;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Somebody wants to buy a plan. The price is decided now and holds for half an hour; nothing is theirs before it is paid. What costs
 * nothing is theirs at once.
 */
@Component
public class PlaceOrder {
    static final Duration HOLDS = Duration.ofMinutes(30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Db db;
    private final QuoteOrder quoteOrder;
    private final Plans plans;
    private final Circles circles;
    private final Enrol enrol;
    private final JoinPassword passwords;
    private final Limits limits;
    private final OrderRows rows;
    private final OpenCheckout openCheckout;
    private final EndCheckout endCheckout;
    private final FulfilOrder fulfilOrder;
    private final UseCoupon useCoupon;
    private final Accounts accounts;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PlaceOrder(
            Db db,
            QuoteOrder quoteOrder,
            Plans plans,
            Circles circles,
            Enrol enrol,
            JoinPassword passwords,
            Limits limits,
            OrderRows rows,
            OpenCheckout openCheckout,
            EndCheckout endCheckout,
            FulfilOrder fulfilOrder,
            UseCoupon useCoupon,
            Accounts accounts,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.quoteOrder = quoteOrder;
        this.plans = plans;
        this.circles = circles;
        this.enrol = enrol;
        this.passwords = passwords;
        this.limits = limits;
        this.rows = rows;
        this.openCheckout = openCheckout;
        this.endCheckout = endCheckout;
        this.fulfilOrder = fulfilOrder;
        this.useCoupon = useCoupon;
        this.accounts = accounts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param answers to the circle's questions, where joining is by application
     * @param shown what the buyer was shown as the price; null takes whatever it is now
     * @param code of a coupon, or null
     * @param invitation that lets them in, and was looked at just now; or null
     */
    public record Wish(
            long plan,
            List<String> answers,
            @Nullable String password,
            @Nullable Money shown,
            @Nullable String code,
            @Nullable InvitationId invitation) {
        public Wish(
                long plan,
                List<String> answers,
                @Nullable String password,
                @Nullable Money shown,
                @Nullable String code) {
            this(plan, answers, password, shown, code, null);
        }

        public Wish(long plan, List<String> answers, @Nullable String password, @Nullable Money shown) {
            this(plan, answers, password, shown, null);
        }
    }

    /** @param checkout where it is paid, or null where it cost nothing and is done */
    public record Placed(OrderId order, @Nullable CheckoutId checkout) {}

    /**
     * @throws Refusal {@code order.price-changed}, {@code circle.archived}, {@code join.invitation-needed}, {@code join.wrong-password},
     *     {@code circle.free}, those of {@link QuoteOrder}, and of
     *     {@link app.teahouse.coupons.CheckCode} for a code
     */
    public Placed place(Onlooker onlooker, Wish wish) {
        var person = onlooker.visitor().person().orElseThrow(Refusal::signInNeeded);
        var circle = circles.fresh(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        if (circle.state() != Circle.State.ACTIVE) {
            throw Refusal.conflict("circle.archived");
        }
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.conflict("circle.free");
        }
        if (onlooker.member().filter(member -> member.isStaff()).isPresent()) {
            throw Refusal.conflict("order.staff-pay-nothing");
        }
        if (wish.invitation() == null && enrol.before(circle.id(), person.account()) == Enrol.Before.NOTHING) {
            mayComeIn(circle, person.account(), wish);
        }
        try {
            return transaction.execute(_ -> place(circle, person.account(), wish));
        } catch (DuplicateKeyException e) {
            // Pressed twice at once: the other was first, and its order is this one's.
            return transaction.execute(_ -> place(circle, person.account(), wish));
        }
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

    /** In the caller's transaction. */
    Placed place(Circle circle, AccountId account, Wish wish) {
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
        if (wish.shown() != null && !wish.shown().equals(quote.amount())) {
            throw Refusal.conflict("order.price-changed");
        }
        if (rows.only(circle.id(), account, Order.State.WAITING).isPresent()) {
            throw Refusal.conflict("order.waiting-already");
        }
        var open = rows.only(circle.id(), account, Order.State.OPEN);
        if (open.isPresent()) {
            if (isSame(open.get(), quote, wish)) {
                return new Placed(open.get().id(), open.get().checkout());
            }
            // What was begun and not paid makes room for what is wished for now. Should its money come after all, it
            // goes back.
            endCheckout.withdraw(circle.id(), Objects.requireNonNull(open.get().checkout()));
        }
        return add(circle, account, quote, wish);
    }

    private boolean isSame(Order open, Quote quote, Wish wish) {
        var coupon = quote.coupon() == null ? null : quote.coupon().coupon().value();
        var invitation = wish.invitation() == null ? null : wish.invitation().value();
        return open.plan().equals(quote.plan().id())
                && open.amount().equals(quote.amount())
                && brought(open).equals(new Brought(coupon, invitation));
    }

    /** By what somebody pays less, and by what they come in. */
    private record Brought(@Nullable UUID coupon, @Nullable UUID invitation) {}

    private Brought brought(Order open) {
        return db.sql("select coupon_id, invitation_id from orders.entry where circle_id = :circle and order_id = :id")
                .with("circle", open.circle())
                .with("id", open.id())
                .one((row, n) -> new Brought(Db.maybeUuid(row, 1), Db.maybeUuid(row, 2)));
    }

    private Placed add(Circle circle, AccountId account, Quote quote, Wish wish) {
        var id = new OrderId(Ids.next());
        var day = Calendar.today(clock.instant(), circle.face().zone());
        var number = DAY.format(day) + "-" + String.format(Locale.ROOT, "%04d", nextNumber(circle.id(), day));
        var title = circle.face().name() + " · " + quote.plan().name();
        db.sql("""
                insert into orders.entry
                       (circle_id, order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency,
                        coupon_id, invitation_id, answers, state, made_at)
                values (:circle, :id, :number, :account, :kind, :plan, :title, :listed, :discount, :amount, :currency,
                        :coupon, :invitation, :answers, 'open', :now)
                """)
                .with("circle", circle.id())
                .with("id", id)
                .with("number", number)
                .with("account", account)
                .with("kind", quote.kind())
                .with("plan", quote.plan().id())
                .with("title", title)
                .with("listed", quote.listed().minor())
                .with("discount", quote.discount().minor())
                .with("amount", quote.amount().minor())
                .with("currency", quote.amount().code())
                .with("coupon", quote.coupon() == null ? null : quote.coupon().coupon())
                .with("invitation", wish.invitation())
                .withTexts("answers", wish.answers())
                .with("now", clock.instant())
                .run();
        noteForAccount(circle.id(), account, id);
        if (quote.amount().isZero()) {
            fulfilOrder.free(circle.id(), id);
            reserve(circle.id(), id, account, quote);
            useCoupon.paid(circle.id(), id, true);
            return new Placed(id, null);
        }
        accounts.staying(account);
        var checkout = openCheckout
                .open(
                        circle.id(),
                        new OpenCheckout.Wish(
                                SellEntry.NAME,
                                id.value(),
                                account,
                                title,
                                quote.amount(),
                                HOLDS,
                                "/me/orders/" + Ids.text(id),
                                quote.plan().automatic()))
                .id();
        db.sql("update orders.entry set checkout_id = :checkout where circle_id = :circle and order_id = :id")
                .with("circle", circle.id())
                .with("id", id)
                .with("checkout", checkout)
                .run();
        reserve(circle.id(), id, account, quote);
        return new Placed(id, checkout);
    }

    /** Last of all: a coupon's row is locked from here on, and others wait for it. If it is used up, nothing of the order stays. */
    private void reserve(CircleId circle, OrderId id, AccountId account, Quote quote) {
        if (quote.coupon() != null) {
            useCoupon.reserve(circle, id, account, quote.coupon());
        }
    }

    private void noteForAccount(CircleId circle, AccountId account, OrderId id) {
        db.sql("""
                insert into orders.account_entry (account_id, order_id, circle_id, made_at)
                values (:account, :id, :circle, :now)
                """)
                .with("account", account)
                .with("id", id)
                .with("circle", circle)
                .with("now", clock.instant())
                .run();
    }

    private long nextNumber(CircleId circle, LocalDate day) {
        return db.sql("""
                insert into orders.counter as c (circle_id, day, last_number)
                values (:circle, :day, 1)
                on conflict (circle_id, day) do update set last_number = c.last_number + 1
                returning last_number
                """).with("circle", circle).with("day", day).one(Long.class);
    }
}
