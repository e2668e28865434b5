package app.teahouse.orders;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * Somebody paid for an order.
 *
 * @param title what was bought
 */
public record OrderPaid(
        CircleId circle, OrderId order, String number, String title, long minor, String currency, Instant at)
        implements Event {}
