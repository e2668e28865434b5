package app.teahouse.readers;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Face;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own reading.
 *
 * @param circles those to choose from
 * @param only the one that was chosen, or null
 * @param weekSeconds how long they read since Monday, there or everywhere
 * @param finished whether this is what they finished, or what they are at
 */
public record MyReadingView(
        List<Face> circles,
        @Nullable Face only,
        long weekSeconds,
        boolean finished,
        List<MyColumn> columns,
        Cursor<ReadPost> posts) {

    public String url(boolean ofFinished, @Nullable Face circle) {
        return "/me/reading" + (ofFinished ? "/finished" : "") + (circle == null ? "" : "?circle=" + circle.slug());
    }

    public @Nullable String more() {
        var here = url(finished, only);
        return posts.next() == null ? null : here + (only == null ? "?" : "&") + "before=" + posts.next();
    }
}
