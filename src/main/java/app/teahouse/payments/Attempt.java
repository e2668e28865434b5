package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.MeansId;
import app.teahouse.gateways.WayId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One way in which it was tried to pay a checkout. Somebody who goes back and chooses another way makes another attempt, and if both
 * are paid the second is given back.
 *
 * @param number what the gateway knows it by: the checkout's number and something random, unique over all circles
 * @param reference the gateway's own name of it; null until it answered
 * @param paid what came by it, or null
 * @param means the card that is charged, or that was kept, or null
 */
record Attempt(
        CircleId circle,
        UUID id,
        CheckoutId checkout,
        WayId way,
        String kind,
        String manner,
        String number,
        boolean receivedByCircle,
        boolean save,
        State state,
        @Nullable String reference,
        @Nullable Payment paid,
        @Nullable MeansId means,
        @Nullable String why,
        boolean hopeless,
        int asks) {

    enum State {
        OPEN,
        PAID,
        CLOSED,
        DECLINED
    }

    /** @param name the gateway's name of the payment */
    record Payment(String name, Money amount, Instant at) {}

    static final String SAVED = "saved";

    /** What the gateway takes for the checkout's id. */
    CheckoutId outside() {
        return new CheckoutId(id);
    }

    /** The gateway did not answer, so it may know it by this id or not: the next try is this one again. */
    boolean wasNotAnswered() {
        return state == State.CLOSED && reference == null;
    }

    boolean isPaid() {
        return state == State.PAID;
    }
}
