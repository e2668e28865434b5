package app.teahouse.byhand;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Whoever receives the money looked, and found nothing of what a payer says they paid.
 *
 * @param words what they say about it
 */
public record PaymentMissing(CircleId circle, UUID attempt, UUID checkout, AccountId payer, String words, Instant at)
        implements Event {}
