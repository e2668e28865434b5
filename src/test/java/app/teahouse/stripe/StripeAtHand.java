package app.teahouse.stripe;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Ask;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Manner;
import app.teahouse.gateways.Gateway.Setup;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Money;
import app.teahouse.outside.Calls;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import tools.jackson.databind.json.JsonMapper;

/** A test that pays at a Stripe of its own. */
abstract class StripeAtHand {
    private final Calls calls = new Calls();
    final Instant now = Clock.systemUTC().instant();
    LocalStripe stripe;
    StripeGateway gateway;

    @BeforeEach
    void open() throws IOException {
        stripe = new LocalStripe();
        gateway = new StripeGateway(calls, JsonMapper.shared(), stripe.address());
    }

    @AfterEach
    void close() {
        stripe.close();
        calls.close();
    }

    static Setup setup(String key) {
        return new Setup(new WayId(Ids.next()), Map.of("secret-key", key, "signing-secrets", "whsec_a"));
    }

    static final Setup RIGHT = setup(LocalStripe.KEY);

    Ask ask(CheckoutId checkout, Money amount, boolean save) {
        return ask(checkout, amount, save, Duration.ofHours(2));
    }

    Ask ask(CheckoutId checkout, Money amount, boolean save, Duration within) {
        return new Ask(
                checkout,
                "T24-7",
                "茶馆 · A year & more",
                amount,
                Manner.REDIRECT,
                null,
                "192.0.2.7",
                "https://circles.example.org/pay/1",
                "https://circles.example.org/notify",
                now.plus(within),
                save);
    }

    static CheckoutId checkout() {
        return new CheckoutId(Ids.next());
    }

    static Money cny(long minor) {
        return Money.of(minor, "CNY");
    }

    Found found(String reference) throws Unreachable {
        return gateway.lookUp(RIGHT, checkout(), "T24-7", reference);
    }

    String paidWith(long minor) throws Unreachable {
        var begun = gateway.begin(RIGHT, ask(checkout(), cny(minor), false));
        stripe.books.pay(begun.reference());
        return ((Found.Paid) found(begun.reference())).payment();
    }
}
