package app.teahouse.curation;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The staff took a post out of sight, or put it back; {@code why} is empty then, and {@code number} null where it has none. */
public record PostHidden(
        CircleId circle,
        PostId post,
        @Nullable Long number,
        @Nullable AccountId author,
        String title,
        String excerpt,
        AccountId by,
        String alias,
        boolean hidden,
        String why,
        Instant at)
        implements Event {}
