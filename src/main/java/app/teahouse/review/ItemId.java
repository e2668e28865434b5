package app.teahouse.review;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** One thing that waits for a decision, or waited. */
public record ItemId(UUID value) implements Id {}
