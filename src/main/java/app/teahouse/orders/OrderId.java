package app.teahouse.orders;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Something that was bought. */
public record OrderId(UUID value) implements Id {}
