package app.teahouse.reservations;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which place that is held for somebody. */
public record PlaceId(UUID value) implements Id {}
