package app.teahouse.comments;

import app.teahouse.content.PostId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The comments below a post.
 *
 * @param url the post's address
 * @param more where the next ones are, or null
 * @param fromStart whether the list begins with the first comment
 * @param may whether the reader may comment; why not, their standing says
 */
public record CommentsView(
        String url,
        PostId post,
        long count,
        List<Branch> threads,
        @Nullable String more,
        boolean fromStart,
        boolean member,
        boolean may,
        boolean open,
        boolean archived) {

    /** A comment and the replies to it; a reply whose comment stands on the page before comes alone. */
    public record Branch(CommentView first, List<CommentView> replies) {}
}
