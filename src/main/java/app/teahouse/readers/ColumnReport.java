package app.teahouse.readers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a column is read.
 *
 * @param notBegun members who have opened no part, of those who show what they read
 * @param begun who have opened one
 * @param finished who have done or read all there is now
 * @param countedAt a while ago in a large circle; null where it has not been counted yet, and nobody has begun or finished as far as is known
 * @param medianSeconds from opening the first part to the end, for the one in the middle; null where nobody came there
 */
public record ColumnReport(
        long number,
        String name,
        boolean course,
        @Nullable Instant countedAt,
        int notBegun,
        int begun,
        int finished,
        @Nullable Long medianSeconds,
        List<ItemReport> items) {

    /**
     * A part of it.
     *
     * @param lost how many fewer did it than did the part before, of those who show what they read; negative where more did
     */
    public record ItemReport(int place, long number, String name, Counted counted, int done, int lost) {}

    public boolean isCounted() {
        return countedAt != null;
    }

    public @Nullable Long medianDays() {
        return medianSeconds == null ? null : Math.round(medianSeconds / 86_400.0);
    }

    public int going() {
        return Math.max(0, begun - finished);
    }

    public int donePercent(ItemReport item) {
        return begun == 0 ? 0 : Math.min(100, 100 * item.done() / begun);
    }

    /** The part at which most are lost, or null. */
    public @Nullable ItemReport worst() {
        return items.stream()
                .filter(item -> item.lost() > 0)
                .max((one, other) -> Integer.compare(one.lost(), other.lost()))
                .orElse(null);
    }
}
