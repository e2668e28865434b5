package app.teahouse.readers;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member and how far they are in a column. */
public record ColumnReader(
        MemberCard card,
        int opened,
        int done,
        int items,
        @Nullable Instant begunAt,
        @Nullable Instant lastAt) {

    public Progress progress() {
        if (items > 0 && done >= items) {
            return Progress.FINISHED;
        }
        return opened > 0 || done > 0 ? Progress.GOING : Progress.NOT_BEGUN;
    }
}
