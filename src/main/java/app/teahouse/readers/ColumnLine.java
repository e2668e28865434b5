package app.teahouse.readers;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A column that members see, among the others. */
public record ColumnLine(UUID value, long number, String name, boolean course, int items) implements Id {}
