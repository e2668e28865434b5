package app.teahouse.applications;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which application. */
public record ApplicationId(UUID value) implements Id {}
