package app.teahouse.writings;

import app.teahouse.comments.CommentId;
import java.time.Instant;

/**
 * A comment of one's own, as its author reads it.
 *
 * @param post the number of the post below which it stands
 */
public record OwnComment(CommentId id, long post, String html, Instant madeAt) {}
