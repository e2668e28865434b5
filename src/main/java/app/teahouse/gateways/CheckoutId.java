package app.teahouse.gateways;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** One wish to pay. To a gateway it is one attempt at that: a checkout that is tried in two ways has two ids outside. */
public record CheckoutId(UUID value) implements Id {}
