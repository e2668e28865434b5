package app.teahouse.gifts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.util.UUID;

/**
 * Somebody used a gift card.
 *
 * @param order in which it was bought
 * @param plan what it gives, as it is called
 */
public record GiftUsed(CircleId circle, UUID card, UUID order, AccountId giver, AccountId by, String plan)
        implements Event {}
