package app.teahouse.removals;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** One time that a member was removed. */
public record RemovalId(UUID value) implements Id {}
