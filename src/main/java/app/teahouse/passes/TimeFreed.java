package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A circle costs nothing any more: what some of its people paid for is kept as a date. They may be many, so it is told some at a time.
 *
 * @param since when
 * @param after whom it was told last, or null at first
 */
public record TimeFreed(
        CircleId circle, Instant since, @Nullable AccountId after) implements Event {}
