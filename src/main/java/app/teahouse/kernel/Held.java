package app.teahouse.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rules hold these words until staff decide. {@code about} is the id of the post or comment. */
public record Held(
        CircleId circle, Scrutiny.Matter matter, UUID about, AccountId author, List<UUID> rules, int risk, Instant at)
        implements Event {}
