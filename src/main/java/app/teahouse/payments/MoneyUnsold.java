package app.teahouse.payments;

import app.teahouse.gateways.CheckoutId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.util.UUID;

/**
 * Money came for something that is not sold any more, or a second time, and goes back to its payer.
 *
 * @param words of whoever decided so, or nothing
 */
public record MoneyUnsold(
        CircleId circle,
        CheckoutId checkout,
        UUID refund,
        AccountId payer,
        String title,
        long minor,
        String currency,
        String words)
        implements Event {}
