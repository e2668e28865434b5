package app.teahouse.orders;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;

/** A buyer asked for an invoice, for the first time with this order. */
public record InvoiceAsked(CircleId circle, OrderId order, AccountId buyer, String number, long minor, String currency)
        implements Event {}
