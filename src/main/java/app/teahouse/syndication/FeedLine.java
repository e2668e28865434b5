package app.teahouse.syndication;

import app.teahouse.kernel.Face;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A circle on the page of somebody's feeds.
 *
 * @param member whether they belong to it; otherwise an address they made leads nowhere now
 * @param since when they made an address, or null
 */
public record FeedLine(Face face, boolean member, @Nullable Instant since) {}
