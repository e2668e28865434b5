package app.teahouse.columns;

import app.teahouse.guard.Closed;
import org.jspecify.annotations.Nullable;

/**
 * A post in its column.
 *
 * @param place which one it is in the column, from 1
 * @param name what it is called, or null where this reader may not even know that
 * @param open whether this reader gets to its words
 * @param part how far the reader came, in thousandths
 * @param preview whether everybody may read it
 * @param closed why this reader does not get to it yet, or null
 * @param opening when it opens, if otherwise than its column says
 * @param unread whether it is another's and open, and this reader has neither opened nor done it
 * @param task whether something is handed in there
 * @param visible whether it can be seen at all just now: not while it is hidden, nor once it is deleted
 */
public record ItemView(
        int place,
        long number,
        @Nullable String name,
        int minutes,
        boolean open,
        boolean done,
        int part,
        boolean unread,
        boolean visible,
        boolean task,
        boolean preview,
        @Nullable Closed closed,
        @Nullable Opening opening) {

    public boolean isRead() {
        return part >= END;
    }

    /** From here on a post counts as read. */
    private static final int END = 950;
}
