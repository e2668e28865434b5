package app.teahouse.announcements;

import app.teahouse.drafts.PostText;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads forms about announcements. */
final class AnnouncementForm {
    private AnnouncementForm() {}

    static DraftAnnouncement.Wish wish(Form form) {
        return new DraftAnnouncement.Wish(
                form.value("subject"), form.value("body"), segment(form.text("segment")), form.has("mail"));
    }

    static @Nullable UUID segment(@Nullable String text) {
        try {
            return text == null ? null : Ids.parse(text);
        } catch (Refusal _) {
            throw Refusal.invalid("segment", "field.unknown-choice");
        }
    }

    /** A moment on the circle's clock, or null for now; whoever typed one does not mean now. */
    static @Nullable Instant moment(Form form, ZoneId zone) {
        if (form.text("at") == null) {
            if (form.value("when").equals("later")) {
                throw Refusal.invalid("at", "field.missing");
            }
            return null;
        }
        return PostText.moment("at", Objects.requireNonNull(form.text("at")), zone);
    }

    static int number(Form form, String field) {
        var text = Objects.requireNonNullElse(form.text(field), "");
        if (!text.matches("\\d{1,6}")) {
            throw Refusal.invalid(field, "field.unknown-choice");
        }
        return Integer.parseInt(text);
    }
}
