package app.teahouse.arrivals;

import app.teahouse.kernel.CircleId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A circle that comes in, as its page shows it.
 *
 * @param id as it stands in addresses
 * @param slug the address it is to have, or has
 * @param free whether nobody has that address yet
 * @param marked whether the archive knows members again by a passphrase
 * @param rows by table, as the archive says
 * @param strange files that are no part of an export
 * @param unknown columns that this site does not know
 * @param problem why it could not come in, with its facts
 */
public record ArrivalView(
        String id,
        CircleId circle,
        String state,
        Instant madeAt,
        String fileName,
        String name,
        String promise,
        String ownerName,
        String slug,
        boolean free,
        boolean marked,
        long done,
        long total,
        Map<String, Long> rows,
        long strange,
        List<String> unknown,
        Map<String, Object> problem,
        long open,
        List<Returned> returned) {

    /**
     * Somebody who was of the staff before and came back as a member.
     *
     * @param path their page in the circle
     */
    public record Returned(String alias, String path, String role) {}

    public boolean isReady() {
        return state.equals("ready");
    }

    public boolean isRunning() {
        return state.equals("running");
    }

    public boolean isBusy() {
        return isRunning() || state.equals("clearing");
    }

    public boolean isDone() {
        return state.equals("done");
    }

    public long count(String table) {
        return rows.getOrDefault(table, 0L);
    }

    public @Nullable String code() {
        return problem.get("code") instanceof String code ? code : null;
    }
}
