package app.teahouse.strikes;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/** Staff noted an offence of a member. */
public record StrikeGiven(
        CircleId circle, UUID strike, AccountId account, String reason, Instant lapsesAt, AccountId by, Instant at)
        implements Event {}
