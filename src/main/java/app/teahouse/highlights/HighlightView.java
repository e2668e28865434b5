package app.teahouse.highlights;

import app.teahouse.content.PostId;
import app.teahouse.guard.Closed;
import app.teahouse.guard.Ruling;
import app.teahouse.roster.Author;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A highlight as its page shows it.
 *
 * @param excerpt empty where this reader may not read it yet
 * @param by who picked it; null where they are not known any more
 * @param ruling what this reader may do with it
 */
public record HighlightView(
        PostId id,
        long number,
        String title,
        String name,
        String excerpt,
        Author author,
        Instant publishedAt,
        int minutes,
        List<String> tags,
        @Nullable String by,
        String why,
        Instant pickedAt,
        Ruling ruling) {

    HighlightView as(Ruling ruling) {
        return new HighlightView(
                id,
                number,
                title,
                ruling.isOpen() ? name : title.isEmpty() ? "#" + number : title,
                ruling.isOpen() ? excerpt : "",
                author,
                publishedAt,
                minutes,
                tags,
                by,
                why,
                pickedAt,
                ruling);
    }

    /** Why this reader may not read it yet, or null. */
    public @Nullable Closed closed() {
        return ruling.closed();
    }
}
