package app.teahouse.readers;

import app.teahouse.members.MemberCard;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One who read a post and shows it. */
public record PostReader(
        MemberCard card,
        int part,
        int seconds,
        Instant openedAt,
        @Nullable Instant finishedAt) {

    public int percent() {
        return finishedAt == null ? part / 10 : 100;
    }
}
