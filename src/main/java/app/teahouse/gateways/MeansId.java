package app.teahouse.gateways;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A card that its owner let us keep. */
public record MeansId(UUID value) implements Id {}
