package app.teahouse.columns;

import app.teahouse.kernel.Id;
import java.util.UUID;

public record SectionId(UUID value) implements Id {}
