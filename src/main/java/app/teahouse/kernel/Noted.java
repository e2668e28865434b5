package app.teahouse.kernel;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Rules marked these words for the staff; they are said meanwhile. {@code about} is the id of the post or comment, or of the account. */
public record Noted(
        CircleId circle, Scrutiny.Matter matter, UUID about, AccountId author, List<UUID> rules, int risk, Instant at)
        implements Event {}
