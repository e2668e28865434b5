package app.teahouse.homework;

import app.teahouse.kernel.Faults;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What was settled about a task.
 *
 * @param dueOn the last day, in the circle's zone, or null for none
 * @param graceHours how long afterwards it is still taken, as late
 * @param resubmissions how often it may be handed in again; null for as often as one likes
 */
public record Terms(
        @Nullable LocalDate dueOn, int graceHours, @Nullable Integer resubmissions, Peers peers, Scale scale) {
    static final int LONGEST_GRACE = 720;
    static final int MOST_RESUBMISSIONS = 100;

    void check() {
        new Faults()
                .require(graceHours >= 0 && graceHours <= LONGEST_GRACE, "graceHours", "homework.grace")
                .require(graceHours == 0 || dueOn != null, "graceHours", "homework.grace-of-nothing")
                .require(
                        resubmissions == null || (resubmissions >= 0 && resubmissions <= MOST_RESUBMISSIONS),
                        "resubmissions",
                        "homework.resubmissions")
                .refuse();
    }

    Deadline deadline(ZoneId zone) {
        if (dueOn == null) {
            return Deadline.NONE;
        }
        var end = dueOn.plusDays(1).atStartOfDay(zone).toInstant();
        return new Deadline(end, end.plusSeconds(graceHours * 3600L));
    }

    /** Whether somebody who handed in this many versions may hand in one more of their own accord. */
    boolean allowMore(int versions) {
        return resubmissions == null || versions - 1 < resubmissions;
    }
}
