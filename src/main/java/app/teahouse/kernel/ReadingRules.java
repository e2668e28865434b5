package app.teahouse.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an owner chose about reading a circle.
 *
 * @param isProtected whether words are shown so that they are hard to carry away
 * @param newcomers how far back members read while they are new; null where they read everything at once
 */
public record ReadingRules(boolean isProtected, @Nullable Newcomers newcomers) {
    public static final ReadingRules NONE = new ReadingRules(false, null);

    /**
     * The newcomer window.
     *
     * @param days how long a member is new
     * @param before how many days before they joined they read from the first day on
     * @param since when the owner switched it on; who joined before is never touched
     */
    public record Newcomers(int days, int before, Instant since) {

        /** What a member who joined then may not read now, in days of the circle's zone; nothing once they are no longer new. */
        public Optional<Window> window(Instant joinedAt, ZoneId zone, Instant now) {
            if (joinedAt.isBefore(since)) {
                return Optional.empty();
            }
            var joined = LocalDate.ofInstant(joinedAt, zone);
            var until = joined.plusDays(days).atStartOfDay(zone).toInstant();
            return now.isBefore(until)
                    ? Optional.of(new Window(
                            joined.minusDays(before).atStartOfDay(zone).toInstant(), until))
                    : Optional.empty();
        }
    }

    /** What was published before {@code from} is closed until {@code until}. */
    public record Window(Instant from, Instant until) {}
}
