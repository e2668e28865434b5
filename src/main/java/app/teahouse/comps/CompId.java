package app.teahouse.comps;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A guest pass, and the piece of time that it gives. */
public record CompId(UUID value) implements Id {}
