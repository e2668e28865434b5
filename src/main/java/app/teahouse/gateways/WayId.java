package app.teahouse.gateways;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A way of paying that was set up. */
public record WayId(UUID value) implements Id {}
