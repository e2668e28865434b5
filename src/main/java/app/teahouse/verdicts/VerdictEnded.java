package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * A decision of the operator's holds no more, by itself or because they took it back.
 *
 * @param kind as in {@link VerdictMade}
 */
public record VerdictEnded(CircleId circle, UUID verdict, String kind, String reason, Instant at) implements Event {}
