package app.teahouse.segments;

import app.teahouse.kernel.Db;

/**
 * How much somebody takes part, from 0 to 9 points: up to three each for how lately they were here, on how many of the last 28 days,
 * and how much they read and wrote in 30. What is read counts one, what is written three.
 */
public enum Grade {
    HIGH,
    MIDDLE,
    LOW;

    static final int HIGH_FROM = 6;
    static final int MIDDLE_FROM = 3;

    /** On how many of the last 28 days. Bits that are older fall off at the left. */
    static final String DAYS = "bit_count(f.seen_bits::bit(28) << greatest(0, cast(:today as date) - f.seen_day))";

    static final String RECENCY = "case when cast(:today as date) - f.seen_day <= 3 then 3"
            + " when cast(:today as date) - f.seen_day <= 10 then 2"
            + " when cast(:today as date) - f.seen_day <= 27 then 1 else 0 end";

    static final String FREQUENCY = "case when " + DAYS + " >= 12 then 3 when " + DAYS + " >= 5 then 2 when " + DAYS
            + " >= 1 then 1 else 0 end";

    static final String DEPTH = "case when 3 * f.written + coalesce(f.reads, 0) >= 12 then 3"
            + " when 3 * f.written + coalesce(f.reads, 0) >= 4 then 2"
            + " when 3 * f.written + coalesce(f.reads, 0) >= 1 then 1 else 0 end";

    static final String POINTS = "(" + RECENCY + ") + (" + FREQUENCY + ") + (" + DEPTH + ")";

    /** As {@link #of} says it, in SQL over {@code segments.fact f}. */
    static final String NAME =
            "case when " + POINTS + " >= 6 then 'high' when " + POINTS + " >= 3 then 'middle' else 'low' end";

    static Grade of(long points) {
        return points >= HIGH_FROM ? HIGH : points >= MIDDLE_FROM ? MIDDLE : LOW;
    }

    public String key() {
        return Db.name(this);
    }
}
