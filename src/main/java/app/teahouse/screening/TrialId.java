package app.teahouse.screening;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which trial of a rule. */
public record TrialId(UUID value) implements Id {}
