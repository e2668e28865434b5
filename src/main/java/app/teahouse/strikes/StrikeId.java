package app.teahouse.strikes;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** One offence that staff noted. */
public record StrikeId(UUID value) implements Id {}
