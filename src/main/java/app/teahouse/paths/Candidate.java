package app.teahouse.paths;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A post that may come into a path, with what the circle showed of its worth.
 *
 * @param minutes to read it, at least 1
 * @param author whose words they are: an account, or the byline of an imported post
 * @param answered whether it asks something, and somebody else answered
 * @param readers how many opened it
 * @param finished how many of them came to its end
 */
record Candidate(
        UUID post,
        long number,
        int minutes,
        Instant publishedAt,
        String author,
        Set<UUID> tags,
        boolean highlighted,
        long comments,
        long reactions,
        boolean answered,
        long readers,
        long finished,
        List<Place> places) {

    /**
     * Where a post stands in a published column.
     *
     * @param place from 1, over all its sections in their order
     */
    record Place(long column, String name, int place) {}

    @Nullable
    Place firstPlace() {
        return places.isEmpty() ? null : places.getFirst();
    }
}
