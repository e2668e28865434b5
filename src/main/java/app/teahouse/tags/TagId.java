package app.teahouse.tags;

import app.teahouse.kernel.Id;
import java.util.UUID;

public record TagId(UUID value) implements Id {}
