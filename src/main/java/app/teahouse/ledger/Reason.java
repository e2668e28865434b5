package app.teahouse.ledger;

/**
 * Why money moves: a closed list in the order in which it happens, each with its sentence in both languages. A new one is a change of the
 * product.
 */
public enum Reason {
    CHECKOUT_PAID,
    CHECKOUT_PAID_OUTSIDE,
    SALE,
    SALE_OUTSIDE,
    FEE,
    FEE_OUTSIDE,
    SETTLED,
    REFUND_BEGUN,
    REFUND_SENT,
    REFUND_FAILED,
    FEE_RETURNED,
    PAYOUT_ASKED,
    PAYOUT_PAID,
    PAYOUT_FAILED,
    PAYOUT_CANCELLED,
    PAYOUT_RETURNED,
    DEBT_TAKEN,
    DEBT_PAID,
    DISPUTE_OPENED,
    DISPUTE_WON,
    DISPUTE_LOST,
    HOLD_SETTLED,
    REVERSED
}
