package app.teahouse.screening;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which rule of a circle. */
public record RuleId(UUID value) implements Id {}
