package app.teahouse.directory;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/**
 * Staff took a member out of the directory, or let them in again.
 *
 * @param reason why they were taken out; empty where they are let in
 */
public record EntryTakenOut(
        CircleId circle, UUID time, AccountId account, boolean out, String reason, AccountId by, Instant at)
        implements Event {}
