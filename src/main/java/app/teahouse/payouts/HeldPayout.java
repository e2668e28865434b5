package app.teahouse.payouts;

/**
 * What a halted circle asked for, and does not get yet.
 *
 * @param frozen whether it waits for the end of a freeze, so that nobody releases it
 */
public record HeldPayout(Payout payout, boolean frozen) {}
