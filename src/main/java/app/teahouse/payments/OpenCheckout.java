package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Refusal;
import app.teahouse.payments.Checkout.Open;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody shall pay for something: in the seller's transaction, so that neither is there without the other. */
@Component
public class OpenCheckout {
    private final Db db;
    private final Clock clock;
    private final CheckoutRows rows;

    OpenCheckout(Db db, Clock clock, CheckoutRows rows) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
    }

    /**
     * What is to be paid.
     *
     * @param seller a {@link Seller#name}, and {@code about} what it sells: for one thing there is one checkout at a time
     * @param title what is bought, as the payer reads it here and at the gateway
     * @param amount more than nothing: what costs nothing needs no checkout
     * @param until how long it may be paid. Who pays by hand gets some days, whatever this says
     * @param returnPath where the payer goes on afterwards, a path of this site
     * @param maySave whether the payer may be asked to let us keep the card for renewals
     */
    public record Wish(
            String seller,
            UUID about,
            AccountId payer,
            String title,
            Money amount,
            Duration until,
            String returnPath,
            boolean maySave) {}

    /**
     * @return the checkout of this thing: a new one, or the one that is open, held or paid already
     * @throws Refusal {@code checkout.other} if there is one for another sum or payer
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Checkout open(CircleId circle, Wish wish) {
        if (!wish.amount().isPositive()) {
            throw new IllegalArgumentException("What costs nothing needs no checkout: " + wish);
        }
        var known = known(circle, wish);
        if (known.isPresent()) {
            return same(known.get(), wish);
        }
        var now = clock.instant();
        var id = new CheckoutId(Ids.next());
        var checkout = new Checkout(
                circle,
                id,
                number(circle, now),
                wish.seller(),
                wish.about(),
                wish.payer(),
                wish.title(),
                wish.amount(),
                wish.returnPath(),
                wish.maySave(),
                now,
                new Open(now.plus(wish.until())));
        if (add(checkout, now.plus(wish.until())) == 0) {
            // Somebody asked for the same at the same moment, and was first.
            return same(known(circle, wish).orElseThrow(), wish);
        }
        db.sql("""
                insert into payments.account_checkout (account_id, checkout_id, circle_id)
                values (:account, :id, :circle)
                """)
                .with("account", wish.payer())
                .with("id", id)
                .with("circle", circle)
                .run();
        return checkout;
    }

    private int add(Checkout checkout, Instant until) {
        return db.sql("""
                insert into payments.checkout
                       (circle_id, checkout_id, number, seller, about_id, payer_id, title, amount, currency, state, made_at,
                        expires_at, return_path, may_save)
                values (:circle, :id, :number, :seller, :about, :payer, :title, :amount, :currency, 'open', :now, :until, :back,
                        :maySave)
                on conflict (circle_id, seller, about_id) where state in ('open', 'held', 'paid') do nothing
                """)
                .with("circle", checkout.circle())
                .with("id", checkout.id())
                .with("number", checkout.number())
                .with("seller", checkout.seller())
                .with("about", checkout.about())
                .with("payer", checkout.payer())
                .with("title", checkout.title())
                .with("amount", checkout.amount().minor())
                .with("currency", checkout.amount().code())
                .with("now", checkout.madeAt())
                .with("until", until)
                .with("back", checkout.returnPath())
                .with("maySave", checkout.maySave())
                .run();
    }

    private Optional<Checkout> known(CircleId circle, Wish wish) {
        return db.sql("""
                select checkout_id
                  from payments.checkout
                 where circle_id = :circle and seller = :seller and about_id = :about and state in ('open', 'held', 'paid')
                """)
                .with("circle", circle)
                .with("seller", wish.seller())
                .with("about", wish.about())
                .maybe((row, n) -> new CheckoutId(Db.uuid(row, 1)))
                .flatMap(id -> rows.find(circle, id));
    }

    private static Checkout same(Checkout checkout, Wish wish) {
        if (!checkout.payer().equals(wish.payer()) || !checkout.amount().equals(wish.amount())) {
            throw Refusal.conflict("checkout.other");
        }
        return checkout;
    }

    private String number(CircleId circle, Instant now) {
        var n = db.sql("""
                insert into payments.counter as c (circle_id, day, n)
                values (:circle, :day, 1)
                on conflict (circle_id, day) do update set n = c.n + 1
                returning n
                """)
                .with("circle", circle)
                .with("day", LocalDate.ofInstant(now, ZoneOffset.UTC))
                .one(Long.class);
        return CheckoutNumber.of(now, n);
    }
}
