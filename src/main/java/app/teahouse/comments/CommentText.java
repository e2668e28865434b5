package app.teahouse.comments;

import app.teahouse.drafts.CircleText;
import app.teahouse.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** The words of a comment as somebody typed them. */
record CommentText(String body) {
    static final int LONGEST = 10_000;

    /** @throws app.teahouse.kernel.Refusal if they cannot be kept */
    static CommentText of(@Nullable String text) {
        var body = text == null ? "" : text.replace("\r\n", "\n").stripTrailing();
        new Faults()
                .text("text", body, LONGEST)
                .require(CircleText.files(body) <= CircleText.MOST_FILES, "text", "comment.too-many-files")
                .refuse();
        return new CommentText(body);
    }

    /** The beginning, for those who are told of it. */
    static String excerpt(CircleText.Done done) {
        return done.rendered().excerpt(140);
    }
}
