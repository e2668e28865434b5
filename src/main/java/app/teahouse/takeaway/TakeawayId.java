package app.teahouse.takeaway;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Names a file that is made to be taken away. */
public record TakeawayId(UUID value) implements Id {}
