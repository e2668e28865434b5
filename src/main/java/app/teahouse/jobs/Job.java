package app.teahouse.jobs;

import java.time.Duration;
import java.time.Instant;

/**
 * Recurring work of a room. What there is to do are rows of that room; a job only takes the next few. A step is bounded
 * (at most 500 rows or two seconds), may be repeated and may be interrupted.
 */
public interface Job {

    /** A name for the operator's list, such as {@code content.publish-scheduled}. */
    String name();

    /** How long to rest between two runs. */
    Duration every();

    /**
     * Does the next step of what is due at {@code now}.
     *
     * @return whether there may be more to do
     */
    boolean step(Instant now);

    /** Whether every node does it: what there is to do lies in its memory, or a lease of its own keeps two off one thing. */
    default boolean onEveryNode() {
        return false;
    }
}
