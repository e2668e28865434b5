package app.teahouse.exports;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An export as its page shows it.
 *
 * @param id as it stands in addresses
 * @param marked whether members can be known again with a passphrase
 * @param total how many rows there are to write, more or less; 0 until they are counted
 */
public record ExportView(
        String id,
        String state,
        Instant madeAt,
        boolean marked,
        long done,
        long total,
        long bytes,
        @Nullable Instant expiresAt) {

    public boolean isRunning() {
        return state.equals("running");
    }

    public boolean isDone() {
        return state.equals("done");
    }

    public long megabytes() {
        return Math.max(1, bytes / 1_000_000);
    }
}
