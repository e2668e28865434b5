package app.teahouse.payments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whoever sold something. Called inside the transaction in which the checkout becomes paid, so that money and what it buys are one.
 * The money then lies in the circle's account {@code received}; the seller moves it on from there.
 */
public interface Seller {

    /** A word that never changes: it is stored with the checkout. Such as {@code orders}. */
    String name();

    /**
     * What was paid for.
     *
     * @param about the seller's own id of what is sold
     * @param receivedByCircle whether the circle got the money itself, outside the site
     */
    record Sale(
            CircleId circle,
            CheckoutId checkout,
            UUID about,
            AccountId payer,
            Money amount,
            boolean receivedByCircle,
            Instant at) {}

    /** What the seller does with the money. */
    enum Answer {
        /** It is sold. */
        TAKEN,
        /** It is not to be had any more: the payer gets everything back. */
        TOO_LATE
    }

    Answer paid(Sale sale);

    /** The gateway took money back while a dispute runs; {@code won} tells its end, null its beginning. */
    void disputed(Sale sale, Money amount, @Nullable Boolean won);
}
