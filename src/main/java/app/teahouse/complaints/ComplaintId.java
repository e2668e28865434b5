package app.teahouse.complaints;

import app.teahouse.kernel.Id;
import java.util.UUID;

/** A thing of a circle about which the operator decides. */
public record ComplaintId(UUID value) implements Id {}
