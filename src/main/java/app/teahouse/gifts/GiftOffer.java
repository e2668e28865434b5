package app.teahouse.gifts;

import app.teahouse.kernel.Money;
import app.teahouse.plans.Plan;
import java.time.LocalDate;

/**
 * What a present costs and gives: all of it is said before the button.
 *
 * @param circle its address
 * @param validUntil the last day on which the cards can be used
 * @param refundHours how long the giver takes back what is unused by themselves, 0 for not
 */
public record GiftOffer(
        String circle, Plan plan, int cards, Money price, LocalDate validUntil, int refundHours, boolean signedIn) {}
