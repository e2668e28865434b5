package app.teahouse.kernel;

import java.util.UUID;

/** Which circle. First in the key of everything a circle owns. */
public record CircleId(UUID value) implements Id {}
