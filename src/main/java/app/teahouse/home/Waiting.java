package app.teahouse.home;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who waits for the staff.
 *
 * @param url where they are answered
 * @param title what they wrote, or null
 */
public record Waiting(
        String url,
        String name,
        @Nullable String title,
        @Nullable String picture,
        Instant since) {}
