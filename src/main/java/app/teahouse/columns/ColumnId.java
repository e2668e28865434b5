package app.teahouse.columns;

import app.teahouse.kernel.Id;
import java.util.UUID;

public record ColumnId(UUID value) implements Id {}
