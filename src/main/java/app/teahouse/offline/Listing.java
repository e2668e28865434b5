package app.teahouse.offline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param root the way from it to the top
 * @param up where the list of lists is, from the top, or null
 * @param before the page before, in the same folder, or null
 * @param after the page after, in the same folder, or null
 */
public record Listing(
        String root,
        String title,
        @Nullable String up,
        List<Line> lines,
        @Nullable String before,
        @Nullable String after) {

    /** The page of a list that is called {@code name} from the top. */
    static Listing of(String name, int page, String title, @Nullable String up, List<Line> lines, boolean more) {
        var file = name.substring(name.lastIndexOf('/') + 1);
        return new Listing(
                Disk.root(name),
                title,
                up,
                lines,
                page == 1 ? null : Disk.list(file, page - 1),
                more ? Disk.list(file, page + 1) : null);
    }
}
