package app.teahouse.payments;

import app.teahouse.gateways.Gateway;
import app.teahouse.gateways.Gateway.ChargeAsk;
import app.teahouse.gateways.Gateway.Charged;
import app.teahouse.gateways.Gateway.Found;
import app.teahouse.gateways.Gateway.Unreachable;
import app.teahouse.gateways.Gateways;
import app.teahouse.gateways.Ways;
import app.teahouse.kernel.CircleId;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks a gateway what became of an attempt, and does what follows from the answer. Not inside a transaction. */
@Component
class AskGateway {
    private final CheckoutRows rows;
    private final AttemptRows attempts;
    private final Ways ways;
    private final Gateways gateways;
    private final TakePayment takePayment;
    private final SavedMeans savedMeans;
    private final TransactionTemplate transaction;

    AskGateway(
            CheckoutRows rows,
            AttemptRows attempts,
            Ways ways,
            Gateways gateways,
            TakePayment takePayment,
            SavedMeans savedMeans,
            TransactionTemplate transaction) {
        this.rows = rows;
        this.attempts = attempts;
        this.ways = ways;
        this.gateways = gateways;
        this.takePayment = takePayment;
        this.savedMeans = savedMeans;
        this.transaction = transaction;
    }

    /** @return whether it is settled what became of it */
    boolean ask(CircleId circle, UUID id) throws Unreachable {
        var attempt = attempts.find(circle, id).orElseThrow();
        if (attempt.state() != Attempt.State.OPEN) {
            return true;
        }
        var way = ways.find(attempt.way());
        if (way.isEmpty()) {
            end(attempt, "the way of paying is gone");
            return true;
        }
        var gateway = gateways.of(way.get());
        if (gateway.able().confirmedByHand()) {
            return false;
        }
        var setup = ways.setup(way.get());
        if (attempt.manner().equals(Attempt.SAVED)) {
            return charge(gateway, setup, attempt);
        }
        if (attempt.reference() == null) {
            // The gateway never answered, so the payer was never led there.
            return false;
        }
        return lookUp(gateway, setup, attempt, attempt.reference());
    }

    private boolean lookUp(Gateway gateway, Gateway.Setup setup, Attempt attempt, String reference) throws Unreachable {
        var found = gateway.lookUp(setup, attempt.outside(), attempt.number(), reference);
        if (found instanceof Found.Waiting && !isWanted(attempt)) {
            gateway.close(setup, attempt.outside(), attempt.number(), reference);
            // Somebody may have paid in between: only what the gateway says after closing counts.
            found = gateway.lookUp(setup, attempt.outside(), attempt.number(), reference);
        }
        switch (found) {
            case Found.Waiting _ -> {
                return false;
            }
            case Found.Paid paid -> takePayment.take(attempt.circle(), attempt.outside(), paid);
            case Found.Closed closed -> end(attempt, closed.why());
        }
        return true;
    }

    private boolean isWanted(Attempt attempt) {
        return rows.find(attempt.circle(), attempt.checkout())
                .filter(Checkout::isOpen)
                .isPresent();
    }

    /** Charges a kept card, or learns what became of charging it: the gateway does it once for one id. */
    private boolean charge(Gateway gateway, Gateway.Setup setup, Attempt attempt) throws Unreachable {
        var checkout = rows.find(attempt.circle(), attempt.checkout()).orElseThrow();
        var token = savedMeans.open(checkout.payer(), attempt.means());
        if (token.isEmpty()) {
            transaction.executeWithoutResult(_ -> attempts.declined(attempt, "the card is gone", true));
            return true;
        }
        var charged = gateway.charge(
                setup,
                new ChargeAsk(attempt.outside(), attempt.number(), checkout.title(), checkout.amount(), token.get()));
        switch (charged) {
            case Charged.Done done ->
                takePayment.take(
                        attempt.circle(),
                        attempt.outside(),
                        new Found.Paid(done.payment(), done.amount(), done.at(), null));
            case Charged.Declined declined ->
                transaction.executeWithoutResult(_ -> attempts.declined(attempt, declined.why(), declined.hopeless()));
        }
        return true;
    }

    private void end(Attempt attempt, String why) {
        transaction.executeWithoutResult(_ -> attempts.end(attempt.circle(), attempt.id(), Attempt.State.CLOSED, why));
    }
}
