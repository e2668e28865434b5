package app.teahouse.reservations;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Which list of people. */
public record ListId(UUID value) implements Id {}
