package app.teahouse.drafts;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The words of a post as somebody typed them. */
public record PostText(String title, String body) {
    static final int LONGEST_TITLE = 120;
    static final int LONGEST_BODY = 100_000;

    /** Line breaks in a title are spaces; the body's own are kept, in one form. */
    public static PostText of(@Nullable String title, @Nullable String body) {
        return new PostText(
                title == null ? "" : title.strip().replaceAll("\\s+", " "),
                body == null ? "" : body.replace("\r\n", "\n").stripTrailing());
    }

    public void check() {
        new Faults()
                .atMost("title", title, LONGEST_TITLE)
                .text("text", body, LONGEST_BODY)
                .require(CircleText.files(body) <= CircleText.MOST_FILES, "text", "post.too-many-files")
                .refuse();
    }

    /** What a field for day and time holds, in the writer's zone. */
    public static @Nullable Instant moment(String field, @Nullable String text, ZoneId zone) {
        try {
            return text == null ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            throw Refusal.invalid(field, "post.moment-unreadable");
        }
    }
}
