package app.teahouse.removals;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/** Staff took a removal back, and the member is one again. */
public record RemovalUndone(CircleId circle, UUID removal, AccountId account, AccountId by, Instant at)
        implements Event {}
