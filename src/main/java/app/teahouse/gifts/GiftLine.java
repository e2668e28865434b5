package app.teahouse.gifts;

import app.teahouse.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A card in a list, as its giver or staff see it.
 *
 * @param state as in {@link Card.State}, or {@code expired}
 * @param code as it is read aloud, or null for staff and where it can't be used any more
 * @param path where it leads, with the code
 * @param usedBy who used it or waits with it, where the reader may know
 * @param mayReturn whether the reader may give it back now
 */
public record GiftLine(
        int number,
        String state,
        LocalDate validUntil,
        @Nullable String code,
        @Nullable String path,
        @Nullable String usedBy,
        @Nullable Instant endedAt,
        Money worth,
        Money returned,
        boolean mayReturn) {}
