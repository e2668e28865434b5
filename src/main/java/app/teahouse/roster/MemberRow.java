package app.teahouse.roster;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the member list.
 *
 * @param state {@code active}, {@code left}, {@code removed} or {@code expired}
 * @param seenAt for staff only
 */
public record MemberRow(
        MemberCard card,
        String state,
        Instant joinedAt,
        @Nullable Instant seenAt,
        String introduction) {

    MemberRow withoutSeen() {
        return new MemberRow(card, state, joinedAt, null, introduction);
    }
}
