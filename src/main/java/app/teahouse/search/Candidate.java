package app.teahouse.search;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that has the words and may be seen.
 *
 * @param number the post's, also of its comments; 0 for members and columns
 * @param matched how much of the words it has, by weight
 * @param writer who wrote it; null for members and columns
 * @param rank how good it is by its words alone
 */
record Candidate(
        CircleId circle,
        UUID id,
        String kind,
        long number,
        Instant at,
        boolean highlighted,
        @Nullable AccountId writer,
        List<UUID> tags,
        double matched,
        double rank) {

    /**
     * A whole number, so that the order is the same on the next page. What the staff picked and what is new is a little better, a member
     * whose name it is much, and a column whose name it is, a comment less than a post.
     */
    long score(Instant asOf) {
        var age = Math.max(0, Duration.between(at, asOf).toHours() / 24.0);
        var fresh = 1 + 0.2 * Math.pow(2, -age / 90);
        var kindness = switch (kind) {
            case "comment" -> 0.7;
            case "member" -> 1.6;
            case "column" -> 1.4;
            default -> highlighted ? 1.15 : 1.0;
        };
        return Math.round(rank * fresh * kindness * 1_000_000);
    }
}
