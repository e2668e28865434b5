package app.teahouse.orders;

import app.teahouse.gateways.RefundId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/**
 * Money goes back to a buyer, or has arrived there.
 *
 * @param done whether it is there; else it is on its way
 * @param reason as staff wrote it, or nothing
 */
public record RefundMoved(
        CircleId circle,
        OrderId order,
        RefundId refund,
        AccountId buyer,
        long minor,
        String currency,
        boolean done,
        String reason)
        implements Event {}
