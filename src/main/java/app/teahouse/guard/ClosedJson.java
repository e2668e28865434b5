package app.teahouse.guard;

import app.teahouse.kernel.Db;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a program's user may not read a post yet.
 *
 * @param reason {@code date}, {@code after}, {@code joining}, {@code newcomer}, {@code hand_in} or {@code reviewers}
 * @param at when it opens by itself, or null
 * @param first the number of the post that must be done first, or null
 */
public record ClosedJson(
        String reason, @Nullable Instant at, @Nullable Long first) {

    public static @Nullable ClosedJson of(Ruling ruling) {
        return ruling.closed() == null ? null : of(ruling.closed());
    }

    public static ClosedJson of(Closed closed) {
        return new ClosedJson(Db.name(closed.reason()), closed.at(), closed.number());
    }
}
