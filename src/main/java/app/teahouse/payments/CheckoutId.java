package app.teahouse.payments;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** One wish to pay. */
public record CheckoutId(UUID value) implements Id {}
