package app.teahouse.orders;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The invoice that a buyer asked for was written.
 *
 * @param again when it got this file, where it was issued before; else null
 */
public record InvoiceIssued(
        CircleId circle,
        OrderId order,
        AccountId buyer,
        String title,
        String number,
        long minor,
        String currency,
        @Nullable Instant again)
        implements Event {}
