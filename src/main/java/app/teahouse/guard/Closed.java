package app.teahouse.guard;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why somebody may not read a post yet, and when or how it opens.
 *
 * @param at when it opens by itself, or null
 * @param days after how many days of membership it opens; 0 where that is not the reason
 * @param tier from which tier of the circle's plans on it is open; 0 where that is not the reason
 * @param name what must be done first, or the plan that opens it, or null
 * @param number the post that must be done first, or null
 */
public record Closed(
        Reason reason,
        @Nullable Instant at,
        int days,
        int tier,
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
        REVIEWERS,
        /** What the reader pays for does not open it. */
        TIER
    }

    public static Closed on(Instant at) {
        return new Closed(Reason.DATE, at, 0, 0, null, null);
    }

    public static Closed after(long number, String name) {
        return new Closed(Reason.AFTER, null, 0, 0, name, number);
    }

    /** @param at null for somebody who is no member */
    public static Closed joining(int days, @Nullable Instant at) {
        return new Closed(Reason.JOINING, at, days, 0, null, null);
    }

    public static Closed newcomer(Instant until) {
        return new Closed(Reason.NEWCOMER, until, 0, 0, null, null);
    }

    public static Closed reviewers() {
        return new Closed(Reason.REVIEWERS, null, 0, 0, null, null);
    }

    /** @param plan the least one that opens it and can be bought, or null */
    public static Closed tier(int least, @Nullable String plan) {
        return new Closed(Reason.TIER, null, 0, least, plan, null);
    }

    /** @param number the post with the task */
    public static Closed handIn(long number, String name) {
        return new Closed(Reason.HAND_IN, null, 0, 0, name, number);
    }
}
