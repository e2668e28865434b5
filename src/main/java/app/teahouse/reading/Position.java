package app.teahouse.reading;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a member is in a post, and what they have read of it.
 *
 * @param stop where they stood last, in thousandths: where they go on, on whatever device
 * @param part the furthest they came
 * @param movedAt when they last read in it, to five minutes
 */
record Position(
        int stop,
        int part,
        int seconds,
        Instant openedAt,
        Instant movedAt,
        @Nullable Instant finishedAt) {
    static final int FINISHED = 950;

    /** Nobody reads longer in one post; whoever seems to has fallen asleep over it. */
    static final int MOST_SECONDS = 4 * 60 * 60;

    /** Reading goes on and on; that it does is written this often, and so the row's indexes are left alone between. */
    private static final Duration PACE = Duration.ofMinutes(5);

    static Position opened(Instant at) {
        return new Position(0, 0, 0, at, at, null);
    }

    /** A step that is late or comes twice takes nothing back. */
    Position with(Step step) {
        var furthest = Math.max(part, step.part());
        var moved = step.part() > 0 && step.last().isAfter(movedAt.plus(PACE)) ? step.last() : movedAt;
        return new Position(
                step.stop() > 0 ? Math.min(step.stop(), furthest) : stop,
                furthest,
                seconds(step),
                openedAt,
                moved,
                finishedAt == null && furthest >= FINISHED ? step.last() : finishedAt);
    }

    /** Never more than have gone by since the post was opened. */
    private int seconds(Step step) {
        var goneBy = Math.clamp(Duration.between(openedAt, step.last()).toSeconds(), 0, MOST_SECONDS);
        return Math.max(seconds, Math.min(seconds + step.seconds(), goneBy));
    }

    boolean isFinished() {
        return finishedAt != null;
    }

    /** Which tenth of the post they came to. */
    int tenth() {
        return Math.min(9, part / 100);
    }
}
