package app.teahouse.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one member read in one circle since the last time it was written down. */
final class Trace {
    final TreeSet<Long> opened = new TreeSet<>();
    final Map<Long, Integer> positions = new HashMap<>();

    @Nullable
    Top top;

    /** The newest that stood in the feed when it was looked at. */
    record Top(Instant activeAt, long number) {
        Top or(@Nullable Top other) {
            return other == null
                    ? this
                    : new Top(
                            other.activeAt.isAfter(activeAt) ? other.activeAt : activeAt,
                            Math.max(number, other.number));
        }
    }
}
