package app.teahouse.columns;

/** A column in the library: how much there is, and how much of it this reader has done. */
public record ColumnCard(ColumnFace face, int items, int minutes, int done) {

    public boolean finished() {
        return face.course() && items > 0 && done >= items;
    }
}
