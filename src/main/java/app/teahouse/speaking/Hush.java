package app.teahouse.speaking;

import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A whole circle rests: from now on, or every day between two times of its own clock. Staff write on, and so do roles that are spared and
 * members who have a grant.
 *
 * @param spares roles for which it does not hold
 * @param until when a rest that began at once ends, or null: when staff end it
 * @param hours when it holds each day, or null for a rest that began at once
 */
public record Hush(
        Kind kind,
        List<Surface> surfaces,
        Set<Role> spares,
        @Nullable Instant until,
        @Nullable Hours hours,
        String reason) {

    /** Each once per circle. */
    public enum Kind {
        NOW,
        DAILY
    }

    /** From the minute {@code from} up to the minute {@code to}, over midnight where {@code to} comes first. */
    public record Hours(LocalTime from, LocalTime to) {

        /** @param minutes since midnight */
        static LocalTime time(int minutes) {
            return LocalTime.of(minutes / 60, minutes % 60);
        }

        static int minutes(LocalTime time) {
            return time.toSecondOfDay() / 60;
        }

        /**
         * The end of the rest in which {@code now} lies, by the clock on the wall: where clocks are put forward over an end it comes at the first
         * time that exists, where they are put back at the later of the two.
         */
        Optional<Instant> endAround(Instant now, ZoneId zone) {
            var here = now.atZone(zone);
            var time = here.toLocalTime();
            var overnight = to.isBefore(from);
            var inside =
                    overnight ? !time.isBefore(from) || time.isBefore(to) : !time.isBefore(from) && time.isBefore(to);
            if (!inside) {
                return Optional.empty();
            }
            var day = overnight && !time.isBefore(from) ? here.toLocalDate().plusDays(1) : here.toLocalDate();
            return Optional.of(
                    ZonedDateTime.of(day, to, zone).withLaterOffsetAtOverlap().toInstant());
        }
    }

    /** Whether it holds now, and until when: empty if not. */
    public Optional<Rest> around(Instant now, ZoneId zone) {
        if (kind == Kind.DAILY) {
            return Objects.requireNonNull(hours).endAround(now, zone).map(Rest::new);
        }
        return until == null || until.isAfter(now) ? Optional.of(new Rest(until)) : Optional.empty();
    }

    /** @param until when it ends, or null where staff end it */
    public record Rest(@Nullable Instant until) {}
}
