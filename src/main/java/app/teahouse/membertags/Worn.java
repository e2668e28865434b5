package app.teahouse.membertags;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A tag that a member has, wishes for, or was declined.
 *
 * @param member null where the reader knows whose it is
 * @param by who set it; null for one whose account is gone, and where nobody did by hand
 * @param how {@code staff}, {@code own}, {@code rule}, {@code list} or {@code answer}
 */
public record Worn(
        MemberTag tag,
        State state,
        @Nullable MemberCard member,
        @Nullable MemberCard by,
        String how,
        Instant at) {

    /** Given by a segment, from a list that was brought, or by what they answered when they joined. */
    public boolean isByMachine() {
        return how.equals("rule") || how.equals("list") || how.equals("answer");
    }

    public enum State {
        WORN,
        WISHED,
        DECLINED
    }
}
