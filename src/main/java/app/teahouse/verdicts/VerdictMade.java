package app.teahouse.verdicts;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The operator of the site decided about a circle.
 *
 * @param kind {@code warned}, {@code unlisted}, {@code frozen} or {@code closed}
 * @param until of a freeze, or null until an operator looks again; of a closed one, when it will be gone
 */
public record VerdictMade(
        CircleId circle,
        UUID verdict,
        String kind,
        String reason,
        @Nullable Instant until,
        Instant at) implements Event {}
