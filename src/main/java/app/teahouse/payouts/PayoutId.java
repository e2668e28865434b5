package app.teahouse.payouts;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Money on its way to an owner. */
public record PayoutId(UUID value) implements Id {}
