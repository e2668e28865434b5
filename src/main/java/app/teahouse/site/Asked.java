package app.teahouse.site;

import app.teahouse.web.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The part of the list of circles that an operator looks at.
 *
 * @param query what their names hold, or null for all
 * @param waiting only those that wait to be listed
 * @param before the key this part starts after, or null for the first
 */
public record Asked(
        @Nullable String query, boolean waiting, @Nullable UUID before) {

    /** Where the next part is, or null after the last one. */
    public @Nullable String next(@Nullable String key) {
        return Sifting.next(waiting ? "/site/circles?waiting=true&" : "/site/circles?", key, query);
    }

    /** The way back to it. */
    Page list() {
        return Page.to("/site/circles?waiting=" + waiting
                + (before == null ? "" : "&before=" + before)
                + (query == null ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)));
    }
}
