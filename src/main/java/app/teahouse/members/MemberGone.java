package app.teahouse.members;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is no member any more.
 *
 * @param removed who removed them and why; null where they left
 */
public record MemberGone(
        CircleId circle,
        AccountId account,
        long number,
        String alias,
        @Nullable Removed removed) implements Event {

    /** What staff did. */
    public record Removed(AccountId by, String reason, Instant at) {}
}
