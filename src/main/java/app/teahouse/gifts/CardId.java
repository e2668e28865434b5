package app.teahouse.gifts;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A gift card. */
public record CardId(UUID value) implements Id {}
