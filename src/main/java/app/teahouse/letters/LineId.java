package app.teahouse.letters;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** What one of them wrote at once. */
public record LineId(UUID value) implements Id {}
