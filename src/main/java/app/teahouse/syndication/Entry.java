package app.teahouse.syndication;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post in a feed.
 *
 * @param title its title, or the beginning of its words
 * @param author null where nobody is known any more
 * @param changedAt when it was published or last edited
 */
record Entry(
        String id,
        long number,
        String title,
        String excerpt,
        String html,
        @Nullable String author,
        Instant publishedAt,
        Instant changedAt) {}
