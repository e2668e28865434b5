package app.teahouse.announcements;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One word to many.
 *
 * @param html of the body, as it was rendered when it was written
 * @param segment for whom it is; null for all members
 * @param audience what that was called when the sending began, else empty
 * @param edits how often it was changed: who sends it names what they saw
 * @param madeBy null where that account is gone, as is {@code sentBy}
 */
record Announcement(
        CircleId circle,
        AnnouncementId id,
        long number,
        Stage stage,
        String subject,
        String body,
        String html,
        String excerpt,
        @Nullable UUID segment,
        String audience,
        boolean byMail,
        int edits,
        @Nullable AccountId madeBy,
        Instant madeAt,
        @Nullable AccountId sentBy,
        @Nullable UUID cursor,
        Tally tally) {

    /** Who sends or changes it names the words that they saw. */
    void mustBeSeen(int seen) {
        if (edits != seen) {
            throw Refusal.conflict("announcement.changed");
        }
    }
}
