package app.teahouse.verdicts;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A decision of the operator's about a circle. */
public record VerdictId(UUID value) implements Id {}
