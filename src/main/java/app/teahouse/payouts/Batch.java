package app.teahouse.payouts;

import java.util.UUID;

/**
 * A list that an operator took to the bank, of which something has no answer yet.
 *
 * @param waiting how many of it
 */
public record Batch(UUID id, long waiting) {}
