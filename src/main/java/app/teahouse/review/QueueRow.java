package app.teahouse.review;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the queue.
 *
 * @param kind {@code post}, {@code comment}, {@code member}, {@code appeal} or {@code application}, or what a later room brought
 * @param name of whoever it is about, or null where that account is gone
 * @param words how it begins; null where its writer deleted it
 * @param path where it is decided, behind the circle's address
 * @param looking what the colleague is called who looks at it now, or null
 */
public record QueueRow(
        String kind,
        String key,
        int risk,
        Instant since,
        @Nullable String name,
        @Nullable String picture,
        @Nullable String words,
        boolean held,
        int reports,
        boolean mended,
        String path,
        @Nullable String looking) {}
