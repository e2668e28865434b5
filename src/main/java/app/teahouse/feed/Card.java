package app.teahouse.feed;

import app.teahouse.content.PostId;
import app.teahouse.guard.Ruling;
import app.teahouse.reactions.Kind;
import app.teahouse.roster.Author;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post in a list.
 *
 * @param pictures addresses of its first pictures, three at most; {@code pictureCount} is how many it has
 * @param ruling whether the reader may read it now; if not, the card has none of its words
 * @param mine how the reader reacted
 * @param unread whether it was published after the reader's mark and has not been opened
 */
public record Card(
        PostId id,
        long number,
        String url,
        String title,
        String excerpt,
        List<String> pictures,
        int pictureCount,
        Author author,
        Instant publishedAt,
        Instant activeAt,
        boolean edited,
        int minutes,
        long comments,
        long reactions,
        @Nullable Kind mine,
        boolean unread,
        boolean pinned,
        boolean highlighted,
        boolean preview,
        List<String> tags,
        Ruling ruling) {

    /** The same to a reader to whom it is closed, or who may not carry it away. */
    Card as(Ruling found) {
        return found.equals(ruling)
                ? this
                : new Card(
                        id,
                        number,
                        url,
                        title,
                        found.isOpen() ? excerpt : "",
                        found.isOpen() ? pictures : List.of(),
                        found.isOpen() ? pictureCount : 0,
                        author,
                        publishedAt,
                        activeAt,
                        edited,
                        minutes,
                        comments,
                        reactions,
                        mine,
                        unread,
                        pinned,
                        highlighted,
                        preview,
                        tags,
                        found);
    }

    /** Whether something happened on it since it was published. */
    public boolean movedUp() {
        return activeAt.isAfter(publishedAt);
    }

    public long activeMicros() {
        return Duration.between(Instant.EPOCH, activeAt).toNanos() / 1_000;
    }
}
