package app.teahouse.content;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A post was deleted, or came back. */
public record PostDeleted(
        CircleId circle,
        PostId post,
        long number,
        @Nullable AccountId author,
        String title,
        AccountId by,
        boolean deleted,
        Instant at)
        implements Event {}
