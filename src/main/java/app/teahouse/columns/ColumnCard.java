package app.teahouse.columns;

import org.jspecify.annotations.Nullable;

/**
 * A column in the library: how much there is, and how much of it this reader has done.
 *
 * @param tier from which tier on it is open, or null where it is open to this reader
 * @param unread parts of others that are open to this reader, who has neither opened nor done them
 */
public record ColumnCard(
        ColumnFace face,
        int items,
        int minutes,
        int done,
        int unread,
        @Nullable TierView tier) {

    ColumnCard withUnread(int other) {
        return new ColumnCard(face, items, minutes, done, other, tier);
    }

    public boolean finished() {
        return face.course() && items > 0 && done >= items;
    }
}
