package app.teahouse.review;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Staff decided about a thing.
 *
 * @param fate {@code keep}, {@code ask}, {@code hide} or {@code delete}
 * @param measure {@code none}, {@code warn}, {@code mute} or {@code remove}
 * @param mending where its writer changes it, behind the circle's address; empty where that is nowhere
 * @param excerpt how it began
 * @param since the decision before, if there was one: who reported after it is told
 */
public record ItemDecided(
        CircleId circle,
        UUID item,
        int turn,
        String kind,
        UUID thing,
        @Nullable AccountId author,
        String fate,
        String measure,
        String reason,
        String mending,
        String excerpt,
        Instant since,
        AccountId by,
        Instant at)
        implements Event {}
