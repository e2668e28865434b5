package app.teahouse.columns;

import org.jspecify.annotations.Nullable;

/**
 * From which tier of the circle's plans on a column is open.
 *
 * @param plan the least one that opens it and can be bought, or null
 */
public record TierView(int least, @Nullable String plan) {}
