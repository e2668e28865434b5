package app.teahouse.feed;

import app.teahouse.tags.TagView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a feed.
 *
 * @param stopped before which card to say "you stopped here": its index, or -1
 * @param newest the number and moment of the newest card, for the notes about what was read
 * @param query the reader's wish as the end of an address
 * @param next the address of the next page, or null
 */
public record FeedView(
        String url,
        List<Card> pinned,
        List<Card> cards,
        int stopped,
        Newest newest,
        String query,
        String filter,
        String value,
        boolean byActivity,
        boolean firstPage,
        List<TagView> tags,
        boolean mayWrite,
        boolean member,
        boolean somethingUnread,
        @Nullable String next) {

    /** What stood at the top. */
    public record Newest(long number, long activeMicros) {}

    public boolean isPlain() {
        return filter.equals("none");
    }
}
