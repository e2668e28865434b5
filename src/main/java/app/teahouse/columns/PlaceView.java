package app.teahouse.columns;

import app.teahouse.sheet.Neighbour;
import org.jspecify.annotations.Nullable;

/**
 * Where a post stands in a column.
 *
 * @param task whether something is handed in there
 */
public record PlaceView(
        long column,
        String name,
        boolean course,
        int place,
        int many,
        @Nullable Neighbour before,
        @Nullable Neighbour after,
        boolean done,
        boolean task) {

    PlaceView between(@Nullable Neighbour one, @Nullable Neighbour other) {
        return new PlaceView(column, name, course, place, many, one, other, done, task);
    }
}
