package app.teahouse.payouts;

import java.time.Instant;
import java.util.UUID;

/**
 * A payout of which an operator said what came of it.
 *
 * @param batch the list in which it stood
 */
public record Decided(Payout payout, UUID batch, Instant at) {}
