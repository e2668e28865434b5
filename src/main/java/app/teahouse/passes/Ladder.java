package app.teahouse.passes;

import app.teahouse.plans.Calendar.Span;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;

/**
 * When people are told that their time ends: 30, 14, 7, 3, 1 and 0 days before, 3 and 15 days after, at ten in the morning of the circle
 * (rules.md R10). A rung further off than half of the time is left out: who has a month is not told of its end on its first day.
 */
final class Ladder {
    private static final int[] RUNGS = {30, 14, 7, 3, 1, 0, -3, -15};
    private static final LocalTime MORNING = LocalTime.of(10, 0);

    private Ladder() {}

    /** The next moment after {@code now}, or nothing. */
    static Optional<Instant> next(Span span, boolean trial, ZoneId zone, Instant now) {
        var last = span.last();
        if (last == null) {
            return Optional.empty();
        }
        for (var rung : RUNGS) {
            var at = at(last, rung, zone);
            if (at.isAfter(now) && rung * 2L <= span.days() && !(trial && rung < 0)) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static Instant at(LocalDate last, int rung, ZoneId zone) {
        return last.minusDays(rung).atTime(MORNING).atZone(zone).toInstant();
    }
}
