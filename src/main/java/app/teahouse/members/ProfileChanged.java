package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * A member changed how they appear in a circle.
 *
 * @param introduced whether they say something about themselves there now
 */
public record ProfileChanged(CircleId circle, AccountId account, boolean introduced, Instant at) implements Event {}
