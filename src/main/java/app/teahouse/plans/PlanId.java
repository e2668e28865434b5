package app.teahouse.plans;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** One offer of a circle. */
public record PlanId(UUID value) implements Id {}
