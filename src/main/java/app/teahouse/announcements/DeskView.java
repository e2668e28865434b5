package app.teahouse.announcements;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An announcement as staff see it.
 *
 * @param state {@code draft}, {@code scheduled}, {@code sending}, {@code sent} or {@code cancelled}
 * @param audience what its segment is called; empty for all members
 * @param isGone whether the segment it is for is there no more
 * @param sender the name of who sent it, or wrote it; null where that account is gone
 */
public record DeskView(
        long number,
        String state,
        String subject,
        String html,
        String excerpt,
        String audience,
        boolean isGone,
        boolean byMail,
        int edits,
        @Nullable String sender,
        Instant madeAt,
        @Nullable Instant sendAt,
        @Nullable Instant beganAt,
        @Nullable Instant endedAt,
        Tally tally) {

    public String path() {
        return "/manage/announcements/" + number;
    }

    public boolean isDraft() {
        return state.equals("draft");
    }

    public boolean isWaiting() {
        return state.equals("scheduled");
    }

    public boolean isSending() {
        return state.equals("sending");
    }

    /** What says most about when it is or was. */
    public Instant at() {
        return beganAt != null ? beganAt : sendAt != null ? sendAt : madeAt;
    }
}
