package app.teahouse.kernel;

import java.time.Instant;
import java.util.UUID;

/**
 * Staff decided about words that rules had held or marked.
 *
 * @param agreed whether staff, too, took them out of sight; else they are said
 */
public record Settled(CircleId circle, Scrutiny.Matter matter, UUID about, AccountId by, boolean agreed, Instant at)
        implements Event {}
