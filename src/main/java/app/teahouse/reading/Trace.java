package app.teahouse.reading;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What one member read in one circle since the last time it was written down. */
final class Trace {
    /** More posts than a person opens in a moment. */
    private static final int MOST_POSTS = 200;

    final TreeSet<Long> opened = new TreeSet<>();
    final Map<Long, Step> steps = new HashMap<>();

    @Nullable
    Top top;

    void note(long number, Step step) {
        if (steps.size() < MOST_POSTS || steps.containsKey(number)) {
            steps.merge(number, step, Step::and);
        }
    }

    void open(long number) {
        if (opened.size() < MOST_POSTS) {
            opened.add(number);
        }
    }

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
