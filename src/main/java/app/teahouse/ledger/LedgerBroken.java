package app.teahouse.ledger;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;

/**
 * A circle's ledger added up the last time and does not any more.
 *
 * @param first what is wrong first
 */
public record LedgerBroken(CircleId circle, long faults, String first, Instant at) implements Event {}
