package app.teahouse.segments;

import app.teahouse.kernel.Ids;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.web.Words;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A group of members by rule.
 *
 * @param own what staff called it; null of a built-in one
 * @param builtIn null of a saved one
 * @param tag who belongs to it is given this member tag, and {@code takes} says whether who does no more loses it
 */
public record Segment(
        SegmentId id,
        @Nullable String own,
        @Nullable BuiltIn builtIn,
        Filter filter,
        @Nullable MemberTagId tag,
        boolean takes) {

    public String name(Words words, Locale locale) {
        return builtIn != null ? words.say(locale, "segments.built-in." + builtIn.key()) : own == null ? "" : own;
    }

    /** As it stands in addresses. */
    public String key() {
        return Ids.text(id);
    }
}
