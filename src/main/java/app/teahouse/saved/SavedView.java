package app.teahouse.saved;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody keeps with a post.
 *
 * @param name what the post is called, or null where it cannot be seen just now
 * @param folder the folder's key, or empty
 */
public record SavedView(
        String url, @Nullable String name, boolean saved, String note, String folder, List<Quotation> passages) {}
