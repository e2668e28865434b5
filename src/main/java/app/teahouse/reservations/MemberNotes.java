package app.teahouse.reservations;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a circle's staff know of a member from a list.
 *
 * @param joinedOn since when they are a member, counting elsewhere
 * @param expiresOn the last day of what they paid for
 * @param note for staff alone
 */
public record MemberNotes(
        List<String> tags,
        @Nullable LocalDate joinedOn,
        @Nullable LocalDate expiresOn,
        String note) {

    public boolean isEmpty() {
        return tags.isEmpty() && joinedOn == null && expiresOn == null && note.isEmpty();
    }
}
