package app.teahouse.orders;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Money;
import org.jspecify.annotations.Nullable;

/**
 * A fee as the operator reads it.
 *
 * @param circle whose, or null for all
 * @param name the circle's, or empty for all
 */
public record FeeLine(@Nullable CircleId circle, String name, String percent, Money fixed) {}
