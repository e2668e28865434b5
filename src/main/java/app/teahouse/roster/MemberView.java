package app.teahouse.roster;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Role;
import app.teahouse.members.MemberCard;
import app.teahouse.reservations.MemberNotes;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A member's page, and what its reader may do there.
 *
 * @param seenAt for staff only
 * @param endedReason why staff removed them, for staff only
 * @param roles the roles the reader may give
 * @param notes what staff know of them, for staff and themselves only
 */
public record MemberView(
        Face face,
        MemberCard card,
        String state,
        String introduction,
        Instant joinedAt,
        @Nullable Instant seenAt,
        @Nullable Instant endedAt,
        @Nullable String endedReason,
        boolean me,
        boolean mayOffer,
        List<Role> roles,
        @Nullable MemberNotes notes) {

    MemberView with(@Nullable MemberNotes known) {
        return new MemberView(
                face, card, state, introduction, joinedAt, seenAt, endedAt, endedReason, me, mayOffer, roles, known);
    }

    public String url() {
        return "/c/" + face.slug() + card.path();
    }
}
