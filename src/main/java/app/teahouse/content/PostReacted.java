package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member reacted to a post for the first time. */
public record PostReacted(
        CircleId circle,
        PostId post,
        long number,
        @Nullable AccountId author,
        String title,
        String excerpt,
        AccountId by,
        String alias,
        String kind,
        Instant at)
        implements Event {}
