package app.teahouse.strikes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * An owner set the ladder.
 *
 * @param before the days until a strike lapses, then each step as {@code strikes:measure:days}, with spaces between
 */
public record LadderSet(CircleId circle, String before, String after, AccountId by, Instant at) implements Event {}
