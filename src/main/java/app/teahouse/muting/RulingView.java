package app.teahouse.muting;

import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import app.teahouse.speaking.Ruling;
import org.jspecify.annotations.Nullable;

/**
 * A ruling as staff and its member see it.
 *
 * @param member whom it is about, or null where that account is gone
 * @param by what the one who made it is called in the circle, or null where that account is gone
 * @param ender the same for who ended it
 * @param inForce whether it holds now
 */
public record RulingView(
        Ruling ruling,
        @Nullable MemberCard member,
        @Nullable String by,
        @Nullable String ender,
        boolean inForce) {

    public String key() {
        return Ids.text(ruling.id());
    }

    public boolean isMute() {
        return ruling.kind() == Ruling.Kind.MUTE;
    }

    /** How it ended: time may have ended it before anybody wrote that down. */
    public String end() {
        var end = ruling.end();
        return end == null ? "over" : end.how().name().toLowerCase(java.util.Locale.ROOT);
    }
}
