package app.teahouse.membertags;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag that a member has, wishes for, or was declined.
 *
 * @param member null where the reader knows whose it is
 * @param by who set it; null for one whose account is gone
 */
public record Worn(
        MemberTag tag,
        State state,
        @Nullable MemberCard member,
        @Nullable MemberCard by,
        Instant at) {

    public enum State {
        WORN,
        WISHED,
        DECLINED
    }
}
