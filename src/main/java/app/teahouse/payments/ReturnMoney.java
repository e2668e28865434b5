package app.teahouse.payments;

import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.RefundId;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Money;
import app.teahouse.ledger.Ledger;
import app.teahouse.ledger.Purpose;
import app.teahouse.ledger.Purse;
import app.teahouse.ledger.Reason;
import app.teahouse.ledger.Transfer;
import app.teahouse.ledger.TransferId;
import app.teahouse.payments.Checkout.Came;
import app.teahouse.payments.Checkout.Held;
import app.teahouse.payments.Checkout.Open;
import app.teahouse.payments.Checkout.Returned;
import app.teahouse.payments.Refund.State;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Money for which nothing was sold goes back whole, by the way it came. In a transaction that has the checkout's row locked. */
@Component
class ReturnMoney {
    private final Events events;
    private final Clock clock;
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final RefundRows refunds;
    private final Ledger ledger;
    private final Ways ways;
    private final Gateways gateways;

    ReturnMoney(
            Events events,
            Clock clock,
            CheckoutRows rows,
            AttemptRows attempts,
            RefundRows refunds,
            Ledger ledger,
            Ways ways,
            Gateways gateways) {
        this.events = events;
        this.clock = clock;
        this.rows = rows;
        this.attempts = attempts;
        this.refunds = refunds;
        this.ledger = ledger;
        this.ways = ways;
        this.gateways = gateways;
    }

    /** It was too late, or the checkout was paid by another attempt already. */
    void unsold(Checkout checkout, Came came) {
        unsold(checkout, came, null, "");
    }

    /** @param by the person who decided so, with their words */
    void unsold(Checkout checkout, Came came, @Nullable AccountId by, String words) {
        var now = clock.instant();
        var refund = add(checkout, came, now, words);
        if (checkout.state() instanceof Open || checkout.state() instanceof Held) {
            rows.become(checkout, new Returned(came, Money.none(came.amount().currency())), now, by, words);
        }
        events.publish(new MoneyUnsold(
                checkout.circle(),
                checkout.id(),
                refund.id().value(),
                checkout.payer(),
                checkout.title(),
                came.amount().minor(),
                came.amount().code(),
                words));
        ledger.post(
                checkout.circle(),
                checkout.id().value(),
                List.of(new Transfer(
                        TransferId.of(refund.id().value(), "begun"),
                        Purse.of(Purpose.RECEIVED),
                        Purse.of(Purpose.REFUNDING, refund.id().value()),
                        came.amount(),
                        Reason.REFUND_BEGUN)));
    }

    private Refund add(Checkout checkout, Came came, Instant now, String words) {
        var refund = new Refund(
                checkout.circle(),
                whole(came.attempt()),
                checkout.id(),
                came.attempt(),
                came.amount(),
                words,
                false,
                State.ASKED,
                null,
                null,
                now,
                isByHand(checkout, came.attempt()),
                0);
        refunds.add(refund);
        tellIfByHand(refund, checkout.number(), came.receivedByCircle());
        return refund;
    }

    /** What no gateway gives back, a person has to. */
    void tellIfByHand(Refund refund, String number, boolean receivedByCircle) {
        if (refund.byHand()) {
            events.publish(new MoneyWaits(
                    refund.circle(),
                    refund.id().value(),
                    "refund",
                    number,
                    refund.amount().minor(),
                    refund.amount().code(),
                    receivedByCircle,
                    clock.instant()));
        }
    }

    /** Whether a person has to give it back, as the way it came can't. */
    boolean isByHand(Checkout checkout, UUID attempt) {
        var tried = attempts.find(checkout.circle(), attempt).orElseThrow();
        return ways.find(tried.way())
                .map(way -> !gateways.of(way).able().refunds())
                .orElse(true);
    }

    /** An attempt goes back whole at most once. */
    private static RefundId whole(UUID attempt) {
        return new RefundId(UUID.nameUUIDFromBytes((attempt + " back").getBytes(StandardCharsets.UTF_8)));
    }
}
