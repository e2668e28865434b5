package app.teahouse.ledger;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** Money that is set aside for a while. Chosen by the caller, so a repeat is known. */
public record HoldId(UUID value) implements Id {}
