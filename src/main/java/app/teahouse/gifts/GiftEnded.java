package app.teahouse.gifts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The money of a card went back, and the time that it gave to its holder is over.
 *
 * @param plan what it gave, as it is called
 * @param holds whether they have other time still
 * @param last the last day of that, or null for good
 */
public record GiftEnded(
        CircleId circle,
        UUID card,
        AccountId holder,
        String plan,
        boolean holds,
        @Nullable LocalDate last) implements Event {}
