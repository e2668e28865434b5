package app.teahouse.orders;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.util.UUID;

/**
 * A payer's bank took money of an order back, or it is settled who was right.
 *
 * @param dispute which of the order's disputes
 * @param state {@code opened}, {@code won} or {@code lost}
 */
public record OrderDisputed(
        CircleId circle, OrderId order, String number, UUID dispute, long minor, String currency, String state)
        implements Event {}
