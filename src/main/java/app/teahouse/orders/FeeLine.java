package app.teahouse.orders;

import app.teahouse.kernel.Money;

/**
 * A fee as the operator reads it.
 *
 * @param circle whose, or empty for all
 */
public record FeeLine(String circle, String percent, Money fixed) {}
