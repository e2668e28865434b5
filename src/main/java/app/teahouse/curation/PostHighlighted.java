package app.teahouse.curation;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The staff picked a post as lasting value. */
public record PostHighlighted(
        CircleId circle,
        PostId post,
        long number,
        @Nullable AccountId author,
        String title,
        String excerpt,
        AccountId by,
        String alias,
        String why,
        Instant at)
        implements Event {}
