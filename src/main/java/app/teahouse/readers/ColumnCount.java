package app.teahouse.readers;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a column is read, in numbers, before it is decided what may be told of them.
 *
 * @param parts by the number of the post
 */
record ColumnCount(
        Instant at,
        int begun,
        int finished,
        int discreetBegun,
        int discreetFinished,
        @Nullable Long medianSeconds,
        Map<Long, Part> parts) {

    static final ColumnCount NOTHING = new ColumnCount(Instant.EPOCH, 0, 0, 0, 0, null, Map.of());

    /** Who did it, or in a column that is no course read it to its end. */
    record Part(int done, int discreetDone) {
        static final Part NONE = new Part(0, 0);
    }

    Part part(long number) {
        return parts.getOrDefault(number, Part.NONE);
    }

    List<Long> numbers() {
        return List.copyOf(parts.keySet());
    }
}
