package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member reacted to a post for the first time, or took it back; {@code kind} is empty then. */
public record PostReacted(
        CircleId circle,
        PostId post,
        long number,
        @Nullable AccountId author,
        String title,
        String excerpt,
        AccountId by,
        String alias,
        boolean given,
        String kind,
        Instant at)
        implements Event {}
