package app.teahouse.takeaway;

import app.teahouse.kernel.Member;
import java.time.Instant;

/**
 * A file in the making, as its kind gets to see it.
 *
 * @param member who asked for it, as the Gate sees them now
 * @param wish what exactly was asked for, in the words of its kind
 * @param cursor where the step before ended; empty at first
 */
public record Takeaway(
        TakeawayId id, Member member, String wish, String cursor, long done, long total, Instant askedAt) {}
