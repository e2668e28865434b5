package app.teahouse.payments;

import app.teahouse.accounts.SomePeople;
import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Way;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.kernel.Person;
import app.teahouse.payments.BeginPayment.Choice;
import app.teahouse.payments.OpenCheckout.Wish;
import java.time.Duration;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Checkouts for tests, each of a circle that nobody else looks at. */
@Component
public class SomeCheckouts {
    public static final Money PRICE = Money.of(9900, "CNY");

    private final SomePeople people;
    private final OpenCheckout openCheckout;
    private final BeginPayment beginPayment;
    private final TransactionTemplate transaction;

    SomeCheckouts(
            SomePeople people, OpenCheckout openCheckout, BeginPayment beginPayment, TransactionTemplate transaction) {
        this.people = people;
        this.openCheckout = openCheckout;
        this.beginPayment = beginPayment;
        this.transaction = transaction;
    }

    public Checkout open(CircleId circle, Person payer) {
        return open(circle, payer.account(), Ids.next(), PRICE);
    }

    public Checkout open(CircleId circle) {
        return open(circle, people.someone());
    }

    public Checkout open(CircleId circle, AccountId payer, UUID about, Money amount) {
        return Objects.requireNonNull(transaction.execute(_ -> openCheckout.open(
                circle,
                new Wish(
                        TestSeller.NAME,
                        about,
                        payer,
                        "A year of tea",
                        amount,
                        Duration.ofMinutes(30),
                        "/c/tea",
                        true))));
    }

    /** What the gateway knows as the checkout's id. */
    public CheckoutId begin(Checkout checkout, Way way) {
        return begin(checkout, way, Manner.REDIRECT);
    }

    public CheckoutId begin(Checkout checkout, Way way, Manner manner) {
        return beginPayment
                .begin(
                        checkout.payer(),
                        checkout.circle(),
                        checkout.id(),
                        new Choice(way.id(), manner, null, "127.0.0.1", true))
                .attempt();
    }
}
