package app.teahouse.highlights;

import app.teahouse.content.PostId;
import app.teahouse.guard.Closed;
import app.teahouse.roster.Author;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A highlight as its page shows it.
 *
 * @param excerpt empty where this reader may not read it yet
 * @param by who picked it; null where they are not known any more
 * @param closed why this reader may not read it yet, or null
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
        @Nullable Closed closed) {

    HighlightView closed(Closed reason) {
        return new HighlightView(
                id,
                number,
                title,
                title.isEmpty() ? "#" + number : title,
                "",
                author,
                publishedAt,
                minutes,
                tags,
                by,
                why,
                pickedAt,
                reason);
    }
}
