package app.teahouse.homework;

import app.teahouse.kernel.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Until when homework is taken. The last second of the last day is in time, the first of the next is late.
 *
 * @param end when it begins to be late, or null for never
 * @param close when it is not taken any more
 */
public record Deadline(@Nullable Instant end, @Nullable Instant close) {
    static final Deadline NONE = new Deadline(null, null);

    boolean isClosed(Instant now) {
        return close != null && !now.isBefore(close);
    }

    /**
     * By how much something handed in now is late.
     *
     * @throws Refusal {@code homework.too-late}
     */
    long lateSeconds(Instant now) {
        if (end == null || now.isBefore(end)) {
            return 0;
        }
        if (isClosed(now)) {
            throw Refusal.conflict("homework.too-late");
        }
        // A moment past the end is late by a second, not by nothing.
        return Math.max(1, now.getEpochSecond() - end.getEpochSecond());
    }
}
