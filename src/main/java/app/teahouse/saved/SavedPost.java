package app.teahouse.saved;

import app.teahouse.content.Posts;
import app.teahouse.guard.Ruling;
import app.teahouse.kernel.Face;
import app.teahouse.roster.Author;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A post in somebody's list of what they saved; without its beginning while it is closed to them. */
public record SavedPost(
        Face circle,
        long number,
        String title,
        String excerpt,
        Author author,
        Instant publishedAt,
        Instant savedAt,
        String note,
        @Nullable FolderId folder,
        List<Quotation> passages,
        Ruling ruling) {

    /** Whether something of its owner's own would go with it. */
    public boolean hasWords() {
        return !note.isEmpty() || !passages.isEmpty() || folder != null;
    }

    public String name() {
        return Posts.named(title, excerpt, number);
    }

    public String url() {
        return "/c/" + circle.slug() + "/p/" + number;
    }
}
