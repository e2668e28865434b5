package app.teahouse.payments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Something about money waits for a person: whoever received it.
 *
 * @param thing the checkout, refund or attempt it is about; with {@code at} it happened once
 * @param why {@code claimed}: a payer says they paid by hand; {@code held}: another amount came than was asked; {@code refund}: somebody
 *     has to give it back by hand
 * @param number the checkout's, as people quote it
 * @param receivedByCircle whether the circle's owner or a partner decides; else an operator
 */
public record MoneyWaits(
        CircleId circle,
        UUID thing,
        String why,
        String number,
        long minor,
        String currency,
        boolean receivedByCircle,
        Instant at)
        implements Event {}
