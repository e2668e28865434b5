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
 * @param kind {@code post}, {@code comment}, {@code member} or {@code column}
 * @param number the post's number, the member's or the column's
 * @param title of the post or column, with the words marked; null where it has none, and for members
 * @param passage where the words stand
 * @param mayTake whether the passage may be carried away, by a program too
 * @param author who wrote or began it, or the member themselves
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

    /** Where it stands; a comment stands below its post. */
    static String url(Face circle, String kind, long number) {
        var place = switch (kind) {
            case "member" -> "/m/";
            case "column" -> "/columns/";
            default -> "/p/";
        };
        return "/c/" + circle.slug() + place + number;
    }

    public boolean isColumn() {
        return kind.equals("column");
    }

    public boolean isMember() {
        return kind.equals("member");
    }
}
