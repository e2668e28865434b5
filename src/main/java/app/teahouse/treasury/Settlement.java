package app.teahouse.treasury;

import app.teahouse.kernel.Money;
import java.time.Instant;

/**
 * A debt to the site, or a part of it, that a circle paid outside.
 *
 * @param reference where the site's books show that it came
 * @param reason as the operator wrote it; the circle reads it, too
 */
public record Settlement(Money amount, String reference, String reason, Instant at) {}
