package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.gateways.MeansId;
import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sold something. Called inside the transaction in which the checkout becomes paid, so that money and what it buys are one.
 * The money then lies in the circle's account {@code received}; the seller moves it on from there. The checkout's row is locked by
 * then, and ledger accounts are not: keep to that order (checkout, then what is sold, then ledger).
 */
public interface Seller {

    /** A word that never changes: it is stored with the checkout. Such as {@code orders}. */
    String name();

    /**
     * What was paid for.
     *
     * @param about the seller's own id of what is sold
     * @param amount what was paid: not what was asked, where a person accepted another sum
     * @param receivedByCircle whether the circle got the money itself, outside the site
     * @param means the card that the payer let us keep with this payment, or null
     */
    record Sale(
            CircleId circle,
            CheckoutId checkout,
            UUID about,
            AccountId payer,
            Money amount,
            boolean receivedByCircle,
            @Nullable MeansId means,
            Instant at) {}

    /** What the seller does with the money. */
    enum Answer {
        /** It is sold. */
        TAKEN,
        /** It is not to be had any more: the payer gets everything back. */
        TOO_LATE
    }

    Answer paid(Sale sale);

    /**
     * Nobody paid in time, the payer thought better of it, or what came goes back whole; what was kept for them is free again. Not told
     * where it was sold. Told twice it is as once.
     */
    void gone(CircleId circle, CheckoutId checkout, UUID about);

    /** What became of money that the seller asked to give back by {@link GiveBack}. */
    enum Return {
        /** The payer has it, or the gateway says so. */
        DONE,
        /** The gateway won't. The money still waits in {@code refunding} until a person has given it back another way: then DONE follows. */
        REFUSED
    }

    void returned(Sale sale, RefundId refund, Money amount, Return end);

    /**
     * Somebody gave money back on the gateway's own screens. The seller puts as much into the account {@code refunding} of this refund
     * now, from wherever the sale's money is, and takes back what was sold as far as that goes.
     */
    void returnedOutside(Sale sale, RefundId refund, Money amount);

    /**
     * A payer's bank took money back, or it is settled who is right.
     *
     * @param id of its own: one payment can be disputed several times, each for another sum
     * @param answerBy until when the receiver can answer at the gateway, or null
     */
    record Dispute(
            UUID id, Money amount, State state, @Nullable Instant answerBy) {
        public enum State {
            OPENED,
            WON,
            LOST
        }
    }

    /**
     * Told once for each beginning and each end. At the beginning the seller sets the amount aside in {@code Purse.of(DISPUTED, about)}, if
     * the site received it; lost, it is booked out from there by this room.
     */
    void disputed(Sale sale, Dispute dispute);
}
