package app.teahouse.payments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.util.UUID;

/** Money came for something that is not sold any more, or a second time, and goes back to its payer. */
public record MoneyUnsold(
        CircleId circle, CheckoutId checkout, UUID refund, AccountId payer, String title, long minor, String currency)
        implements Event {}
