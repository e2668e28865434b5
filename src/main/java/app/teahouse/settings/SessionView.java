package app.teahouse.settings;

import java.time.Instant;
import java.util.UUID;

/**
 * A session as its owner sees it.
 *
 * @param here whether it is the one that is looking
 */
public record SessionView(UUID id, Agent agent, String network, Instant since, Instant seenAt, boolean here) {}
