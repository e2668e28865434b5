package app.teahouse.home;

import app.teahouse.circles.Discover.Listed;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of the directory.
 *
 * @param words what is looked for, or empty for all
 * @param before what the next page is asked with, or null on the last one
 * @param mayFound whether the reader may found a circle
 */
public record DiscoverView(
        String words, List<Listed> circles, @Nullable String before, boolean mayFound) {

    public boolean isSearch() {
        return !words.isEmpty();
    }

    /** The address of the next page, or null. */
    public @Nullable String next() {
        if (before == null) {
            return null;
        }
        return "/discover?before=" + before
                + (isSearch() ? "&q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) : "");
    }
}
