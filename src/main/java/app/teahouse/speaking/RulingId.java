package app.teahouse.speaking;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** What staff said about one member's right to write. */
public record RulingId(UUID value) implements Id {}
