package app.teahouse.byhand;

import app.teahouse.kernel.Money;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something about money that waits for a person. */
public sealed interface HandView {

    /**
     * A payment that somebody says they made, or began to make.
     *
     * @param over whether what it was for is sold no more: what came goes back
     * @param saidAt when they said so, or null while they have not
     */
    record Arrival(
            UUID circle,
            UUID attempt,
            String number,
            String title,
            Money amount,
            UUID payer,
            Instant madeAt,
            @Nullable Instant saidAt,
            String reference,
            boolean picture,
            boolean over)
            implements HandView {}

    /** Another amount came than was asked. */
    record Held(
            UUID circle, UUID checkout, String number, String title, Money asked, Money came, UUID payer, Instant at)
            implements HandView {}

    /**
     * Money that a person has to give back.
     *
     * @param why why the gateway would not, or null where it never could
     */
    record Refund(
            UUID circle,
            UUID refund,
            String number,
            String title,
            Money amount,
            UUID payer,
            String reason,
            @Nullable String why,
            Instant at)
            implements HandView {}
}
