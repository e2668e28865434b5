package app.teahouse.start;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/** A member said that they took a step of Start here. What they read to its end is told by {@code reading.ToTheEnd}. */
public record StepTaken(CircleId circle, AccountId account, Instant at) implements Event {}
