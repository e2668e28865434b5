package app.teahouse.comps;

import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A guest pass as the staff who give them, and its holder, see it.
 *
 * @param member whose
 * @param plan what it opens, or null for everything
 * @param lastDay null for good
 * @param over whether its last day is over
 */
public record CompView(
        CompId id,
        MemberCard member,
        @Nullable String plan,
        @Nullable LocalDate lastDay,
        String reason,
        Instant givenAt,
        boolean over) {

    public String key() {
        return Ids.text(id);
    }
}
