package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that waits, as staff read it.
 *
 * @param wasRemoved whether the applicant was a member before and was removed
 */
public record ApplicationView(
        String id,
        AccountId account,
        String name,
        @Nullable String picture,
        List<Answer> answers,
        boolean wasRemoved,
        Instant madeAt) {

    /** A question as it was asked, and what was answered. */
    public record Answer(String question, String answer) {}
}
