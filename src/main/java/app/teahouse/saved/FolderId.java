package app.teahouse.saved;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Names a folder of saved posts. */
public record FolderId(UUID value) implements Id {}
