package app.teahouse.membertags;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Event;
import org.jspecify.annotations.Nullable;

/**
 * A tag is no more: whoever named it names the other from now on.
 *
 * @param into what it was merged into; null where it was dropped
 */
public record MemberTagEnded(
        CircleId circle, MemberTagId tag, @Nullable MemberTagId into) implements Event {}
