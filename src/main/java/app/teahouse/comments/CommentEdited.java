package app.teahouse.comments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * The author changed the words of a comment.
 *
 * @param hidden whether staff had taken it out of sight
 */
public record CommentEdited(CircleId circle, CommentId comment, AccountId author, boolean hidden, Instant at)
        implements Event {}
