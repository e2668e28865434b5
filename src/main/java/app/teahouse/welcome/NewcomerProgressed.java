package app.teahouse.welcome;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * Something happened to a newcomer for the first time.
 *
 * @param what a task, or {@code answered}: somebody answered their introduction
 */
public record NewcomerProgressed(CircleId circle, AccountId account, String what, Instant at) implements Event {}
