package app.teahouse.letters;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A thread between a member and the staff. */
public record LetterId(UUID value) implements Id {}
