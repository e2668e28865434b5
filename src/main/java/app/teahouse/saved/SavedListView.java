package app.teahouse.saved;

import app.teahouse.kernel.Cursor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of what somebody saved.
 *
 * @param only the folder that was chosen, or null
 * @param search what was searched for, or empty
 * @param first whether this is its first page
 */
public record SavedListView(
        List<Folder> folders, @Nullable Folder only, String search, boolean first, Cursor<SavedPost> page) {

    public String url(@Nullable Folder folder) {
        return "/me/saved" + (folder == null ? "" : "?folder=" + folder.key());
    }

    public @Nullable String more() {
        if (page.next() == null) {
            return null;
        }
        var here = url(only) + (only == null ? "?" : "&");
        return here + (search.isEmpty() ? "" : "q=" + URLEncoder.encode(search, StandardCharsets.UTF_8) + "&")
                + "before=" + page.next();
    }

    /** Nothing at all was ever saved, as far as this page can tell. */
    public boolean isEmpty() {
        return page.items().isEmpty() && first && page.next() == null && search.isEmpty() && only == null;
    }

    public @Nullable String folderOf(SavedPost post) {
        return folders.stream()
                .filter(folder -> folder.id().equals(post.folder()))
                .map(Folder::name)
                .findFirst()
                .orElse(null);
    }
}
