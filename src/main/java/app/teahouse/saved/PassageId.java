package app.teahouse.saved;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Names a kept passage. */
public record PassageId(UUID value) implements Id {}
