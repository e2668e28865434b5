package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Somebody wrote about a decision, and it waits for the other side.
 *
 * @param byOperator whether it waits for the owner
 */
public record AppealMade(CircleId circle, UUID verdict, UUID line, boolean byOperator, Instant at) implements Event {}
