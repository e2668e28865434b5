package app.teahouse.gifts;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.orders.OrderId;
import app.teahouse.plans.Period;
import app.teahouse.plans.PlanId;
import org.jspecify.annotations.Nullable;

/**
 * What was bought as a present in one order: so many cards, all of them for the same plan, with the same words.
 *
 * @param giver their account, or null where it is deleted
 * @param from the giver's name, as it is to be read
 * @param greeting what they say with it, or nothing
 * @param plan what it was called when it was bought, as with how long it lasts
 */
public record Parcel(
        CircleId circle,
        OrderId order,
        @Nullable AccountId giver,
        String from,
        String greeting,
        PlanId plan,
        String planName,
        Period period,
        int cards) {}
