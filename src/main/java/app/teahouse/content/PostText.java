package app.teahouse.content;

import app.teahouse.kernel.Faults;
import org.jspecify.annotations.Nullable;

/** The words of a post as somebody typed them. */
record PostText(String title, String body) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_BODY = 100_000;

    /** Line breaks in a title are spaces; the body's own are kept, in one form. */
    static PostText of(@Nullable String title, @Nullable String body) {
        return new PostText(
                title == null ? "" : title.strip().replaceAll("\\s+", " "),
                body == null ? "" : body.replace("\r\n", "\n").stripTrailing());
    }

    void check() {
        new Faults()
                .atMost("title", title, LONGEST_TITLE)
                .text("text", body, LONGEST_BODY)
                .require(CircleText.files(body) <= CircleText.MOST_FILES, "text", "post.too-many-files")
                .refuse();
    }
}
