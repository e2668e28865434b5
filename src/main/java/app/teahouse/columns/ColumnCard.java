package app.teahouse.columns;

/**
 * A column in the library: how much there is, and how much of it this reader has done.
 *
 * @param unread parts of others that this reader has neither opened nor done
 */
public record ColumnCard(ColumnFace face, int items, int minutes, int done, int unread) {

    public boolean finished() {
        return face.course() && items > 0 && done >= items;
    }
}
