package app.teahouse.index;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** The post, comment or member that a document stands for. */
public record DocumentId(UUID value) implements Id {}
