package app.teahouse.passes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.LocalDate;

/**
 * Somebody's time ends soon, today, or did some days ago.
 *
 * @param plan what it is called, or nothing
 * @param daysLeft until the last day; negative after it
 * @param automatic whether it renews itself
 * @param guest whether it was given for nothing, so that there is nothing to renew
 */
public record PassEnding(
        CircleId circle,
        AccountId account,
        String plan,
        LocalDate last,
        long daysLeft,
        boolean automatic,
        boolean guest)
        implements Event {}
