package app.teahouse.speaking;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A mute or a grant to write is in force no more, and no other took its place.
 *
 * @param how {@code over}, {@code lifted} or {@code undone}
 * @param by null where time ended it
 */
public record RulingEnded(
        CircleId circle,
        UUID ruling,
        AccountId account,
        String kind,
        String how,
        String reason,
        @Nullable AccountId by,
        Instant at)
        implements Event {}
