package app.teahouse.columns;

import app.teahouse.sheet.Neighbour;
import org.jspecify.annotations.Nullable;

/** Where a post stands in a column. */
public record PlaceView(
        long column,
        String name,
        boolean course,
        int place,
        int many,
        @Nullable Neighbour before,
        @Nullable Neighbour after,
        boolean done) {}
