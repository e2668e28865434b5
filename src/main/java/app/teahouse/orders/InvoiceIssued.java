package app.teahouse.orders;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** The invoice that a buyer asked for was written. */
public record InvoiceIssued(
        CircleId circle, OrderId order, AccountId buyer, String title, String number, long minor, String currency)
        implements Event {}
