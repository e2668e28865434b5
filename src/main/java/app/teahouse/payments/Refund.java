package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way back. The ledger holds it in an account of its own from the moment it is asked until it is with the payer.
 *
 * @param attempt by which it once came
 * @param bySeller whether the seller asked for it; else nothing was ever sold for it
 * @param byHand whether a person gives it back and says so
 */
record Refund(
        CircleId circle,
        RefundId id,
        CheckoutId checkout,
        UUID attempt,
        Money amount,
        String reason,
        boolean bySeller,
        State state,
        @Nullable String reference,
        @Nullable String why,
        Instant askedAt,
        boolean byHand,
        int tries) {

    enum State {
        /** To be sent. */
        ASKED,
        /** The gateway has it. */
        SENT,
        /** The payer has it. */
        DONE,
        /** The gateway won't, and a person has to. */
        REFUSED
    }

    boolean isOver() {
        return state == State.DONE;
    }
}
