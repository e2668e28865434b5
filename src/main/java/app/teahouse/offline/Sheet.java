package app.teahouse.offline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post on its page.
 *
 * @param author where the author's list is, from the top, or null
 * @param before where the post before is, from the top, or null
 * @param remarks the first comments
 * @param more where the comments go on, in the same folder, or null
 */
public record Sheet(
        String root,
        long number,
        String title,
        String html,
        String name,
        @Nullable String author,
        String day,
        String month,
        List<Line> tags,
        @Nullable String before,
        @Nullable String after,
        List<Remark> remarks,
        @Nullable String more) {}
