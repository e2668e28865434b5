package app.teahouse.speaking;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * A whole circle rests, or does so no more.
 *
 * @param begun whether it was set, or taken away
 * @param hours {@code 23:00–07:00} for a rest of every day, empty for one that began at once
 */
public record HushChanged(CircleId circle, boolean begun, String hours, String reason, AccountId by, Instant at)
        implements Event {}
