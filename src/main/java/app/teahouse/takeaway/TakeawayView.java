package app.teahouse.takeaway;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file to be taken away, as its page shows it.
 *
 * @param id as it stands in addresses
 * @param title the message key of what it is
 * @param owners whether it is the owner's, and so belongs into Manage
 */
public record TakeawayView(
        String id,
        String kind,
        String title,
        boolean owners,
        String fileName,
        String state,
        Instant askedAt,
        long done,
        long total,
        long bytes,
        @Nullable String reason,
        @Nullable Instant expiresAt) {

    public boolean isRunning() {
        return state.equals("running");
    }

    public boolean isDone() {
        return state.equals("done");
    }

    /** For people: whole megabytes, at least one. */
    public long megabytes() {
        return Math.max(1, (bytes + 500_000) / 1_000_000);
    }
}
