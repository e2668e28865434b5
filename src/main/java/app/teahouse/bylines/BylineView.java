package app.teahouse.bylines;

import app.teahouse.members.MemberCard;
import org.jspecify.annotations.Nullable;

/**
 * A name above imported posts, as pages show it.
 *
 * @param member whose posts they are now, or null
 */
public record BylineView(String name, long posts, @Nullable MemberCard member) {}
