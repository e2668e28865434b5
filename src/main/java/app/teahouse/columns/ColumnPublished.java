package app.teahouse.columns;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * A column stands before the members for the first time, and there is something in it.
 *
 * @param by who put it there, or put the first post into it
 * @param alias what they are called in the circle
 */
public record ColumnPublished(
        CircleId circle,
        ColumnId column,
        long number,
        String name,
        String promise,
        AccountId by,
        String alias,
        Instant at)
        implements Event {}
