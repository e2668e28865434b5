package app.teahouse.speaking;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A member was muted, or given a grant to write.
 *
 * @param kind {@code mute} or {@code grant}
 * @param until null where it does not end by itself
 */
public record RulingMade(
        CircleId circle,
        UUID ruling,
        AccountId account,
        String kind,
        String preset,
        List<String> surfaces,
        String reason,
        @Nullable Instant until,
        AccountId by,
        Instant at)
        implements Event {}
