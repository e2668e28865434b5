package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * One wish to pay: what, how much and to whom it is sold. What may happen next depends on its state, so each is a type of its own.
 *
 * @param number what people quote; unique in the circle
 * @param seller who sells, and {@code about} what
 * @param returnPath where the payer goes on from here
 * @param maySave whether the payer may be asked to let us keep the card
 */
public record Checkout(
        CircleId circle,
        CheckoutId id,
        String number,
        String seller,
        UUID about,
        AccountId payer,
        String title,
        Money amount,
        String returnPath,
        boolean maySave,
        Instant madeAt,
        State state) {

    /**
     * Money that came.
     *
     * @param attempt by which attempt
     */
    public record Came(UUID attempt, Money amount, boolean receivedByCircle, Instant at) {}

    public sealed interface State {}

    /** May be paid, until then. */
    public record Open(Instant until) implements State {

        public boolean isOver(Instant now) {
            return !now.isBefore(until);
        }

        /** What becomes of it when money comes: another sum or currency than was asked waits for a person. */
        State when(Money asked, Came came) {
            var none = Money.none(came.amount().currency());
            return came.amount().equals(asked) ? new Paid(came, none, none) : new Held(came);
        }
    }

    /**
     * Sold.
     *
     * @param refunded what of it was asked to go back, and {@code returned} what of that is with the payer again
     */
    public record Paid(Came came, Money refunded, Money returned) implements State {

        public Money left() {
            return came.amount().minus(refunded);
        }
    }

    /** Another amount came than was asked, and a person decides. */
    public record Held(Came came) implements State {}

    /** Money came, nothing was sold, and all of it goes back. */
    public record Returned(Came came, Money returned) implements State {}

    public record Expired(Instant at) implements State {}

    public record Cancelled(Instant at) implements State {}

    public boolean isOpen() {
        return state instanceof Open;
    }
}
