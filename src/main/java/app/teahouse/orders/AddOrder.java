package app.teahouse.orders;

import app.teahouse.accounts.Accounts;
import app.teahouse.circles.Circle;
import app.teahouse.coupons.CouponId;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.invitations.InvitationId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.payments.OpenCheckout;
import app.teahouse.plans.Calendar;
import app.teahouse.plans.PlanId;
import app.teahouse.questions.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes a new order with its number, and opens the checkout where it is paid. In the caller's transaction. */
@Component
public class AddOrder {
    static final Duration HOLDS = Duration.ofMinutes(30);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Db db;
    private final OpenCheckout openCheckout;
    private final Accounts accounts;
    private final Clock clock;

    AddOrder(Db db, OpenCheckout openCheckout, Accounts accounts, Clock clock) {
        this.db = db;
        this.openCheckout = openCheckout;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** @param said to the circle's questions */
    public record Line(
            Order.Kind kind,
            PlanId plan,
            String title,
            Money listed,
            Money discount,
            @Nullable CouponId coupon,
            @Nullable InvitationId invitation,
            Said said) {

        Money amount() {
            return listed.minus(discount);
        }
    }

    public OrderId add(Circle circle, AccountId account, Line line) {
        var id = new OrderId(Ids.next());
        var day = Calendar.today(clock.instant(), circle.face().zone());
        var number = DAY.format(day) + "-" + String.format(Locale.ROOT, "%04d", nextNumber(circle.id(), day));
        db.sql("""
                insert into orders.entry
                       (circle_id, order_id, number, account_id, kind, plan_id, title, list_amount, discount, amount, currency,
                        coupon_id, invitation_id, questions, answers, state, made_at)
                values (:circle, :id, :number, :account, :kind, :plan, :title, :listed, :discount, :amount, :currency,
                        :coupon, :invitation, :questions, :answers, 'open', :now)
                """)
                .with("circle", circle.id())
                .with("id", id)
                .with("number", number)
                .with("account", account)
                .with("kind", line.kind())
                .with("plan", line.plan())
                .with("title", line.title())
                .with("listed", line.listed().minor())
                .with("discount", line.discount().minor())
                .with("amount", line.amount().minor())
                .with("currency", line.amount().code())
                .with("coupon", line.coupon())
                .with("invitation", line.invitation())
                .withTexts("questions", line.said().words())
                .withTexts("answers", line.said().answers())
                .with("now", clock.instant())
                .run();
        noteForAccount(circle.id(), account, id);
        return id;
    }

    /** @param returnPath where the buyer goes on once it is paid */
    public CheckoutId charge(
            CircleId circle, AccountId account, OrderId id, Line line, String returnPath, boolean maySave) {
        accounts.staying(account);
        var checkout = openCheckout
                .open(
                        circle,
                        new OpenCheckout.Wish(
                                SellEntry.NAME,
                                id.value(),
                                account,
                                line.title(),
                                line.amount(),
                                HOLDS,
                                returnPath,
                                maySave))
                .id();
        db.sql("update orders.entry set checkout_id = :checkout where circle_id = :circle and order_id = :id")
                .with("circle", circle)
                .with("id", id)
                .with("checkout", checkout)
                .run();
        return checkout;
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
