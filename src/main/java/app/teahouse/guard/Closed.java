package app.teahouse.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may not read a post yet, and when or how it opens.
 *
 * @param at when it opens by itself, or null
 * @param days after how many days of membership it opens; 0 where that is not the reason
 * @param name what must be done first, or null
 * @param number the post that must be done first, or null
 */
public record Closed(
        Reason reason,
        @Nullable Instant at,
        int days,
        @Nullable String name,
        @Nullable Long number) {

    public enum Reason {
        /** It opens on a day. */
        DATE,
        /** It opens once the one before it is done. */
        AFTER,
        /** It opens some days after the reader joined. */
        JOINING,
        /** The reader is new, and it is older than what newcomers read. */
        NEWCOMER,
        /** The reader has to hand in something of their own first. */
        HAND_IN,
        /** It was handed in for those who grade it. */
        REVIEWERS
    }

    public static Closed on(Instant at) {
        return new Closed(Reason.DATE, at, 0, null, null);
    }

    public static Closed after(long number, String name) {
        return new Closed(Reason.AFTER, null, 0, name, number);
    }

    /** @param at null for somebody who is no member */
    public static Closed joining(int days, @Nullable Instant at) {
        return new Closed(Reason.JOINING, at, days, null, null);
    }

    public static Closed newcomer(Instant until) {
        return new Closed(Reason.NEWCOMER, until, 0, null, null);
    }

    public static Closed reviewers() {
        return new Closed(Reason.REVIEWERS, null, 0, null, null);
    }

    /** @param number the post with the task */
    public static Closed handIn(long number, String name) {
        return new Closed(Reason.HAND_IN, null, 0, name, number);
    }
}
