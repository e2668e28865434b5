package app.teahouse.complaints;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import java.time.Instant;
import java.util.UUID;

/** The operator of the site warned those who lead a circle, or took it out of discovery, after a complaint. */
public record CircleWarned(CircleId circle, UUID complaint, String verdict, String reason, Instant at)
        implements Event {}
