package app.teahouse.columns;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** The file that is a column's cover. */
record CoverId(UUID value) implements Id {}
