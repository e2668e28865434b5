package app.teahouse.reading;

import java.time.Instant;

/**
 * What was noticed of one reader in one post since it was last written down.
 *
 * @param stop where they stood last, in thousandths; 0 where they did not move
 * @param part how far they came
 * @param seconds how long they read
 * @param first when the first of it was noticed
 */
record Step(int stop, int part, int seconds, Instant first, Instant last) {

    static Step opened(Instant at) {
        return new Step(0, 0, 0, at, at);
    }

    /** Of two, in whatever order they are put together. */
    Step and(Step other) {
        var otherIsLater = !other.last.isBefore(last);
        var later = otherIsLater ? other : this;
        var earlier = otherIsLater ? this : other;
        return new Step(
                later.stop == 0 ? earlier.stop : later.stop,
                Math.max(part, other.part),
                seconds + other.seconds,
                first.isBefore(other.first) ? first : other.first,
                later.last);
    }
}
