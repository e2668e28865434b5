package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import app.teahouse.kernel.Role;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody commented on a post.
 *
 * @param postAuthor null for a by-line
 * @param postName the post's title, or its first words
 * @param replyAuthor who wrote the comment that this one answers, or null
 */
public record CommentWritten(
        CircleId circle,
        PostId post,
        long number,
        @Nullable AccountId postAuthor,
        String postName,
        CommentId comment,
        @Nullable AccountId replyAuthor,
        AccountId author,
        Role role,
        String alias,
        String excerpt,
        List<AccountId> mentioned,
        Instant at)
        implements Event {}
