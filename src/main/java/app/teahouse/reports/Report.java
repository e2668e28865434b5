package app.teahouse.reports;

import app.teahouse.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody reported a thing, as those who decide read it.
 *
 * @param by what the member who reported is called, or null where that account is gone
 * @param amendedAt when they last said more, or null
 */
public record Report(
        AccountId account,
        @Nullable String by,
        Reason reason,
        String note,
        Instant madeAt,
        @Nullable Instant amendedAt) {

    /** Why, in the words of the form. */
    public enum Reason {
        SPAM,
        ABUSE,
        FRAUD,
        ILLEGAL,
        PRIVACY,
        OFF_TOPIC,
        OTHER;

        /** Whether somebody may come to harm while it waits. */
        public boolean isGrave() {
            return this == ABUSE || this == FRAUD || this == ILLEGAL || this == PRIVACY;
        }
    }
}
