package app.teahouse.guard;

import app.teahouse.kernel.Db;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a program's user may not read a post yet.
 *
 * @param reason {@code date}, {@code after}, {@code joining}, {@code newcomer}, {@code hand_in}, {@code reviewers} or {@code tier}
 * @param at when it opens by itself, or null
 * @param first the number of the post that must be done first, or null
 * @param tier from which tier of the circle's plans on it is open, or null where that is not the reason
 */
public record ClosedJson(
        String reason,
        @Nullable Instant at,
        @Nullable Long first,
        @Nullable Integer tier) {

    public static @Nullable ClosedJson of(Ruling ruling) {
        return ruling.closed() == null ? null : of(ruling.closed());
    }

    public static ClosedJson of(Closed closed) {
        return new ClosedJson(
                Db.name(closed.reason()), closed.at(), closed.number(), closed.tier() == 0 ? null : closed.tier());
    }
}
