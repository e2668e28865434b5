package app.teahouse.highlights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the log of all highlights: somebody picked a post, or took that back, and why. */
public record Past(
        String key,
        long number,
        String name,
        boolean picked,
        @Nullable String by,
        String why,
        Instant at) {}
