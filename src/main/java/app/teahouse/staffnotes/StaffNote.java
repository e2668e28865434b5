package app.teahouse.staffnotes;

import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A note, as staff read it.
 *
 * @param by who wrote it, or null where that account is gone
 * @param mayChange whether the reader may change and delete it
 */
public record StaffNote(
        NoteId id,
        String body,
        boolean pinned,
        @Nullable MemberCard by,
        Instant madeAt,
        @Nullable MemberCard editedBy,
        @Nullable Instant editedAt,
        boolean mayChange) {

    public Instant changedAt() {
        return editedAt == null ? madeAt : editedAt;
    }

    public String key() {
        return Ids.text(id);
    }
}
