package app.teahouse.readers;

import app.teahouse.reading.Crowd;
import app.teahouse.reading.Tally;
import java.util.List;

/**
 * What staff learn of the readers of a post: no more than that can be told of people who do not show what they read.
 *
 * @param readers who opened it
 * @param finished who read it to its end
 * @param median how far the one in the middle came, in hundredths
 * @param seconds how long they read, each, in the mean
 * @param stops how many came to which tenth of the post
 */
public record Counted(int readers, int finished, int median, long seconds, List<Integer> stops) {

    static Counted of(Tally tally, Crowd crowd) {
        return new Counted(
                crowd.count(tally.readers(), tally.discreetReaders()),
                crowd.count(tally.finished(), tally.discreetFinished()),
                tally.median(),
                tally.secondsEach(),
                tally.stops());
    }

    public int finishedPercent() {
        return readers == 0 ? 0 : Math.min(100, 100 * finished / readers);
    }

    public int most() {
        return stops.stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
