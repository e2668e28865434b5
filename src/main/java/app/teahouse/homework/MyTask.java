package app.teahouse.homework;

import app.teahouse.guard.Closed;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task as one member has it.
 *
 * @param number of the post with the task
 * @param closed whether nothing new is taken any more
 * @param shut why this member may not read the task yet, or null
 * @param mine what this member handed in, or null
 */
public record MyTask(
        long number,
        String name,
        Terms terms,
        Deadline deadline,
        boolean closed,
        @Nullable Closed shut,
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

    MyTask shut(@Nullable Closed why) {
        return new MyTask(number, name, terms, deadline, closed, why, mine);
    }

    public boolean mayHandIn() {
        return shut == null && (mine == null ? !closed : mine.again());
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
