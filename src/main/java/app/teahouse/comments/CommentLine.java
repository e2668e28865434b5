package app.teahouse.comments;

import app.teahouse.kernel.Ids;
import org.jspecify.annotations.Nullable;

/** A comment on a page of its own; {@code number} is its post's. */
public record CommentLine(
        CommentId id, long number, @Nullable String alias, String html, String body, boolean own, boolean live) {

    /** Where it stands below its post. */
    public String url(String slug) {
        return "/c/" + slug + "/p/" + number + "?comment=" + Ids.text(id) + "#c-" + Ids.text(id);
    }

    public String action(String slug, String act) {
        return "/c/" + slug + "/comments/" + Ids.text(id) + act;
    }
}
