package app.teahouse.segments;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A segment of a circle, saved or built in. */
public record SegmentId(UUID value) implements Id {}
