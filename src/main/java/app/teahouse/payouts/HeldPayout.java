package app.teahouse.payouts;

import app.teahouse.members.Involvement;

/**
 * What a halted circle asked for, and does not get yet.
 *
 * @param frozen whether it waits for the end of a freeze, so that nobody releases it
 * @param nearness of the operator who looks to the circle
 */
public record HeldPayout(Payout payout, boolean frozen, Involvement.Of nearness) {}
