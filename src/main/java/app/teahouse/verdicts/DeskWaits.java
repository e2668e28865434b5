package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * Something waits for the operators where nothing of its kind did.
 *
 * @param what {@code complaint} or {@code appeal}
 */
public record DeskWaits(CircleId circle, String what, Instant at) implements Event {}
