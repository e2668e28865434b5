package app.teahouse.gifts;

import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circle;
import app.teahouse.circles.Circles;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Onlooker;
import app.teahouse.kernel.Refusal;
import app.teahouse.orders.GiftOrders;
import app.teahouse.orders.GiftOrders.Placed;
import app.teahouse.orders.Order;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.KeptPeriod;
import app.teahouse.plans.Plan;
import app.teahouse.plans.Plans;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody buys time in a circle for others: one order, as many cards as they wish. The cards are there when it is paid. */
@Component
class BuyGift {
    static final int MOST_CARDS = 50;
    static final int MOST_GREETING = 300;
    static final int MOST_NAME = 40;

    private final Db db;
    private final GiftRows rows;
    private final GiftOrders giftOrders;
    private final Accounts accounts;
    private final Circles circles;
    private final Plans plans;
    private final Clock clock;
    private final TransactionTemplate transaction;

    BuyGift(
            Db db,
            GiftRows rows,
            GiftOrders giftOrders,
            Accounts accounts,
            Circles circles,
            Plans plans,
            Clock clock,
            TransactionTemplate transaction) {
        this.db = db;
        this.rows = rows;
        this.giftOrders = giftOrders;
        this.accounts = accounts;
        this.circles = circles;
        this.plans = plans;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * @param from the giver's name, as the receiver reads it
     * @param shown what the giver was shown as the sum; null takes whatever it is now
     */
    record Wish(
            long plan,
            int cards,
            String from,
            String greeting,
            @Nullable Money shown) {}

    /**
     * The same wish again is the same order, as long as it is not paid.
     *
     * @throws Refusal {@code circle.archived}, {@code circle.free}, {@code plan.unknown}, {@code plan.not-on-sale},
     *     {@code gift.costs-nothing}, {@code order.price-changed}, {@code order.barred}
     */
    Placed buy(Onlooker onlooker, Wish wish) {
        var person = onlooker.visitor().person().orElseThrow(Refusal::signInNeeded);
        var circle = circles.fresh(onlooker.circle()).orElseThrow(() -> Refusal.notFound("circle.unknown"));
        check(wish.cards())
                .text("from", wish.from(), MOST_NAME)
                .atMost("greeting", wish.greeting(), MOST_GREETING)
                .refuse();
        var plan = sold(circle, wish.plan());
        var price = GiftOrders.price(plan, wish.cards());
        if (wish.shown() != null && !wish.shown().equals(price)) {
            throw Refusal.conflict("order.price-changed");
        }
        return Objects.requireNonNull(transaction.execute(_ -> place(circle, person.account(), plan, wish)));
    }

    /** @throws Refusal {@code field.range} */
    static void checkCards(int cards) {
        check(cards).refuse();
    }

    private static Faults check(int cards) {
        return new Faults()
                .require(
                        cards >= 1 && cards <= MOST_CARDS,
                        "cards",
                        "field.range",
                        Map.of("least", 1, "most", MOST_CARDS));
    }

    /** A plan that can be given, with its price. */
    Plan sold(Circle circle, long number) {
        if (circle.state() != Circle.State.ACTIVE) {
            throw circle.refusal();
        }
        if (circle.price() == Circle.Price.FREE) {
            throw Refusal.conflict("circle.free");
        }
        var plan = plans.byNumber(circle.id(), number);
        if (!plan.isOnSale(Calendar.today(clock.instant(), circle.face().zone()))) {
            throw Refusal.conflict("plan.not-on-sale");
        }
        if (!plan.price().isPositive()) {
            throw Refusal.conflict("gift.costs-nothing");
        }
        return plan;
    }

    /** Pressed twice at once, the second finds the order of the first. */
    private Placed place(Circle circle, AccountId account, Plan plan, Wish wish) {
        var open = giftOrders.open(circle.id(), account);
        if (open.isPresent()) {
            if (isSame(open.get(), plan, wish)) {
                return new Placed(
                        open.get().id(), Objects.requireNonNull(open.get().checkout()));
            }
            giftOrders.withdraw(open.get());
        }
        // Only now: whoever takes a payment locks the payment first and the account last.
        accounts.hold(account);
        if (giftOrders.open(circle.id(), account).isPresent()) {
            return place(circle, account, plan, wish);
        }
        var placed = giftOrders.place(circle, account, plan, wish.cards(), order -> "/me/gifts/" + Ids.text(order));
        KeptPeriod.of(plan.period())
                .into(db.sql("""
                        insert into gifts.parcel
                               (circle_id, order_id, giver_id, giver, greeting, plan_id, plan_name, kind, lasts, last_day, cards)
                        values (:circle, :order, :giver, :from, :greeting, :plan, :name, :kind, :lasts, :lastDay, :cards)
                        """))
                .with("circle", circle.id())
                .with("order", placed.order())
                .with("giver", account)
                .with("from", wish.from().strip())
                .with("greeting", wish.greeting().strip())
                .with("plan", plan.id())
                .with("name", plan.name())
                .with("cards", wish.cards())
                .run();
        db.sql("insert into gifts.account_parcel (account_id, order_id, circle_id) values (:account, :order, :circle)")
                .with("account", account)
                .with("order", placed.order())
                .with("circle", circle.id())
                .run();
        return placed;
    }

    private boolean isSame(Order open, Plan plan, Wish wish) {
        return open.amount().equals(GiftOrders.price(plan, wish.cards()))
                && rows.parcel(open.circle(), open.id())
                        .filter(parcel -> parcel.plan().equals(plan.id())
                                && parcel.period().equals(plan.period())
                                && parcel.cards() == wish.cards()
                                && parcel.from().equals(wish.from().strip())
                                && parcel.greeting().equals(wish.greeting().strip()))
                        .isPresent();
    }
}
