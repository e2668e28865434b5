package app.teahouse.gateways;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Money on its way back to a payer. */
public record RefundId(UUID value) implements Id {}
