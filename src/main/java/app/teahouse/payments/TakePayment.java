package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.payments.Attempt.Payment;
import app.teahouse.payments.Checkout.Came;
import app.teahouse.payments.Checkout.Held;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.payments.Checkout.Paid;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money came: told by a notification, found by a job, by the return page, or confirmed by a person, perhaps by several of them at
 * once. It is booked once, and what it buys is sold in the same transaction.
 */
@Component
public class TakePayment {
    private final Events events;
    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final SavedMeans savedMeans;
    private final Ledger ledger;
    private final Sell sell;
    private final ReturnMoney returnMoney;

    TakePayment(
            Events events,
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            SavedMeans savedMeans,
            Ledger ledger,
            Sell sell,
            ReturnMoney returnMoney) {
        this.events = events;
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.savedMeans = savedMeans;
        this.ledger = ledger;
        this.sell = sell;
        this.returnMoney = returnMoney;
    }

    /** What came of it. */
    public enum Outcome {
        /** It is sold. */
        SOLD,
        /** Another amount than was asked: a person decides. */
        HELD,
        /** It goes back to the payer: too late, or paid already by another attempt. */
        GOES_BACK,
        /** This payment was known before, and nothing happened now. */
        KNOWN
    }

    /**
     * @param attempt what the gateway knows as the checkout's id
     * @throws Refusal {@code checkout.unknown}
     */
    @Transactional
    public Outcome take(CircleId circle, CheckoutId attempt, Found.Paid paid) {
        var checkoutId = attempts.find(circle, attempt.value())
                .orElseThrow(() -> Refusal.notFound("checkout.unknown"))
                .checkout();
        var checkout = rows.lock(circle, checkoutId).orElseThrow();
        var tried = attempts.find(circle, attempt.value()).orElseThrow();
        if (tried.isPaid()) {
            return Outcome.KNOWN;
        }

        var payment = new Payment(paid.payment(), paid.amount(), paid.at());
        attempts.paid(tried, payment, savedMeans.keep(checkout.payer(), tried, paid.means()));
        rows.claim(paymentName(tried.way(), payment.name()), circle, tried.id());
        ledger.post(circle, checkout.id().value(), List.of(arrival(tried, payment)));

        var came = new Came(tried.id(), payment.amount(), tried.receivedByCircle(), payment.at());
        if (!(checkout.state() instanceof Open open)) {
            returnMoney.unsold(checkout, came);
            return Outcome.GOES_BACK;
        }
        return switch (open.when(checkout.amount(), came)) {
            case Paid sold -> sell.sell(checkout, sold, null, "");
            case Held held -> {
                rows.become(checkout, held, clock.instant(), null, "");
                events.publish(new MoneyWaits(
                        circle,
                        checkout.id().value(),
                        "held",
                        checkout.number(),
                        payment.amount().minor(),
                        payment.amount().code(),
                        tried.receivedByCircle(),
                        clock.instant()));
                yield Outcome.HELD;
            }
            default -> throw new IllegalStateException("Money made a checkout " + open);
        };
    }

    private static Transfer arrival(Attempt attempt, Payment payment) {
        var outside = attempt.receivedByCircle() ? Purpose.COLLECTED_OUTSIDE : Purpose.COLLECTED;
        return new Transfer(
                TransferId.of(attempt.id(), "came"),
                Purse.of(outside, attempt.way().value()),
                Purse.of(Purpose.RECEIVED),
                payment.amount(),
                attempt.receivedByCircle() ? Reason.CHECKOUT_PAID_OUTSIDE : Reason.CHECKOUT_PAID);
    }

    /** Under which name a gateway speaks of a payment later, when it is disputed or given back. */
    static String paymentName(WayId way, String payment) {
        return "payment " + way.value() + ' ' + payment;
    }
}
