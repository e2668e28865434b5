package app.teahouse.circles;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something happened to a circle as a whole, which stands in its log.
 *
 * @param about what it is now, such as the new address; empty where the kind says all
 * @param reason why, where one was asked for; else empty
 * @param before how it was, in the words of {@code about}; empty where that is not said, as is {@code after}
 */
public record CircleChanged(
        CircleId circle,
        Kind kind,
        AccountId by,
        String about,
        String reason,
        Instant at,
        @Nullable String before,
        @Nullable String after)
        implements Event {

    public CircleChanged(CircleId circle, Kind kind, AccountId by, String about, String reason, Instant at) {
        this(circle, kind, by, about, reason, at, "", "");
    }

    /** What happened. */
    public enum Kind {
        ACCESS,
        READING,
        ADDRESS,
        /** Which roles may speak where by themselves; before and after are the fields that changed. */
        SPEAKING,
        RULES,
        ARCHIVED,
        UNARCHIVED,
        DELETION,
        KEPT,
        LISTED,
        UNLISTED,
        OPENED,
        SYNONYMS,
        PLACES,
        RETURNED,
        PAID,
        FREE,
        PAYOUT_ACCOUNT,
        WAY_ADDED,
        WAY_CHANGED,
        WAY_REMOVED,
        /** About is the order's number, and the sum in its smallest unit with its currency. */
        REFUND
    }
}
