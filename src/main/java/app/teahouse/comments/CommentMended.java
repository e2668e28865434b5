package app.teahouse.comments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/** The author changed the words of a comment that staff had taken out of sight. */
public record CommentMended(CircleId circle, CommentId comment, AccountId author, Instant at) implements Event {}
