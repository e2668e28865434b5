package app.teahouse.start;

import app.teahouse.kernel.Id;
import java.util.UUID;

public record StepId(UUID value) implements Id {}
