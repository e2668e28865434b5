package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody may be in a circle for nothing, or not any more; which stands in its log.
 *
 * @param given false where it was ended before its time
 * @param until the last day, or nothing for good
 */
public record GuestPassChanged(
        CircleId circle,
        AccountId account,
        UUID pass,
        boolean given,
        AccountId by,
        String until,
        String reason,
        Instant at)
        implements Event {}
