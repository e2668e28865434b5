package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/** The staff took a comment out of sight, or put it back; {@code why} is empty then. */
public record CommentHidden(
        CircleId circle,
        PostId post,
        long number,
        CommentId comment,
        AccountId author,
        String excerpt,
        AccountId by,
        String alias,
        boolean hidden,
        String why,
        Instant at)
        implements Event {}
