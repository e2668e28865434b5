package app.teahouse.homework;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as one member has it.
 *
 * @param number of the post with the task
 * @param closed whether nothing new is taken any more
 * @param mine what this member handed in, or null
 */
public record MyTask(
        long number,
        String name,
        Terms terms,
        Deadline deadline,
        boolean closed,
        @Nullable Mine mine) {

    /**
     * What was handed in.
     *
     * @param number of the post with its words
     * @param again whether it may be handed in once more just now
     */
    public record Mine(
            long number,
            int version,
            Instant handedAt,
            long lateSeconds,
            @Nullable String grade,
            boolean hidden,
            boolean again) {}

    public boolean mayHandIn() {
        return mine == null ? !closed : mine.again();
    }

    /** The last moment of the last day, for a date. */
    public @Nullable Instant lastMoment() {
        var end = deadline.end();
        return end == null ? null : end.minusSeconds(1);
    }

    /** Late by now, but still taken. */
    public boolean isInGrace(Instant now) {
        var end = deadline.end();
        return end != null && !now.isBefore(end) && !closed;
    }
}
