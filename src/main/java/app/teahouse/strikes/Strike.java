package app.teahouse.strikes;

import app.teahouse.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What staff noted of a member, and told them.
 *
 * @param about the page in the circle that it is about, or null
 * @param by what the one who noted it is called, or null where that account is gone
 * @param lapsesAt from when on it counts no more
 * @param undoneAt when staff took it back, or null
 */
public record Strike(
        StrikeId id,
        AccountId account,
        String reason,
        @Nullable String about,
        @Nullable String by,
        Instant madeAt,
        Instant lapsesAt,
        @Nullable Instant undoneAt) {

    /** Whether it counts. */
    public boolean counts(Instant now) {
        return undoneAt == null && now.isBefore(lapsesAt);
    }

    /** How it is with it: {@code counts}, {@code lapsed} or {@code undone}. */
    public String state(Instant now) {
        return undoneAt != null ? "undone" : counts(now) ? "counts" : "lapsed";
    }
}
