package app.teahouse.applications;

import app.teahouse.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application that waits, as staff read it.
 *
 * @param suspicions what made their sign-up look like a machine's, such as {@code quick}; none for most
 * @param wasRemoved whether the applicant was a member before and was removed
 */
public record ApplicationView(
        String id,
        AccountId account,
        String name,
        @Nullable String picture,
        List<Answer> answers,
        boolean wasRemoved,
        List<String> suspicions,
        Instant madeAt) {

    ApplicationView with(List<String> signs) {
        return new ApplicationView(id, account, name, picture, answers, wasRemoved, signs, madeAt);
    }

    /** A question as it was asked, and what was answered. */
    public record Answer(String question, String answer) {

        /** Of several choices each stands on a line of its own. */
        public List<String> lines() {
            return answer.lines().toList();
        }
    }
}
