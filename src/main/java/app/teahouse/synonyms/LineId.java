package app.teahouse.synonyms;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A line of synonyms. */
public record LineId(UUID value) implements Id {}
