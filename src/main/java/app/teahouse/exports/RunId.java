package app.teahouse.exports;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which export. */
public record RunId(UUID value) implements Id {}
