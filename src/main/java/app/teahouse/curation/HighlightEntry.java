package app.teahouse.curation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of the log: somebody picked a post as a highlight, or took that back. */
public record HighlightEntry(boolean picked, @Nullable String by, String why, Instant at) {}
