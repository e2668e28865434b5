package app.teahouse.imports;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which run of an import. */
public record RunId(UUID value) implements Id {}
