package app.teahouse.syndication;

import app.teahouse.content.Posts;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post in a feed.
 *
 * @param html its words; null where they may not leave for where nobody guards them, as then is the beginning of them
 * @param author null where nobody is known any more
 * @param changedAt when it was published or last edited
 */
record Entry(
        String id,
        long number,
        String title,
        String excerpt,
        @Nullable String html,
        @Nullable String author,
        Instant publishedAt,
        Instant changedAt) {

    String name() {
        return Posts.named(title, excerpt, number);
    }

    /** Title and link alone. */
    Entry withoutWords() {
        return new Entry(id, number, title, "", null, author, publishedAt, changedAt);
    }
}
