package app.teahouse.content;

import app.teahouse.kernel.Id;
import java.util.UUID;

public record PostId(UUID value) implements Id {}
