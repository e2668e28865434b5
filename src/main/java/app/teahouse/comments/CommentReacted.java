package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/** A member reacted to a comment for the first time, or took it back; {@code kind} is empty then. */
public record CommentReacted(
        CircleId circle,
        PostId post,
        long number,
        CommentId comment,
        AccountId author,
        String excerpt,
        AccountId by,
        String alias,
        boolean given,
        String kind,
        Instant at)
        implements Event {}
