package app.teahouse.search;

import app.teahouse.analysis.Passage;
import app.teahouse.kernel.Face;
import app.teahouse.roster.Author;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that was found, as lists show it.
 *
 * @param kind {@code post}, {@code comment} or {@code member}
 * @param number the post's number, or the member's
 * @param title of the post, with the words marked; null where it has none, and for members
 * @param passage where the words stand
 * @param mayTake whether the passage may be carried away, by a program too
 * @param author who wrote it, or the member themselves
 */
public record Hit(
        String kind,
        Face circle,
        long number,
        String url,
        @Nullable Passage title,
        Passage passage,
        Author author,
        Instant at,
        boolean highlighted,
        List<String> tags,
        boolean mayTake) {

    public boolean isMember() {
        return kind.equals("member");
    }
}
