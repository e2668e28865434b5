package app.teahouse.reports;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member reported a thing, or said more about what they had reported. Who it was is not told. */
public record ThingReported(
        CircleId circle, String kind, UUID thing, @Nullable AccountId author, Instant at) implements Event {}
