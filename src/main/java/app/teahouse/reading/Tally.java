package app.teahouse.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/**
 * What all who read a post come to.
 *
 * @param readers who opened it and shows what they read
 * @param discreetReaders who opened it and does not: for {@link Crowd} only
 * @param seconds how long those read who show it
 * @param stops how many of those who show it came to which tenth of the post
 */
public record Tally(
        int readers, int finished, int discreetReaders, int discreetFinished, long seconds, List<Integer> stops) {

    public static final Tally NOBODY = new Tally(0, 0, 0, 0, 0, Collections.nCopies(Sums.TENTHS, 0));

    /** Reads the columns readers, finished, discreet_readers, discreet_finished, seconds, stops; all null where nobody read. */
    public static Tally read(ResultSet row, int from) throws SQLException {
        var stops = row.getArray(from + 5);
        return stops == null
                ? NOBODY
                : new Tally(
                        row.getInt(from),
                        row.getInt(from + 1),
                        row.getInt(from + 2),
                        row.getInt(from + 3),
                        row.getLong(from + 4),
                        List.of((Integer[]) stops.getArray()));
    }

    /** How far the one in the middle came, in hundredths, as exactly as tenths tell; 0 where nobody read. */
    public int median() {
        if (readers == 0) {
            return 0;
        }
        var before = 0;
        for (var tenth = 0; tenth < stops.size(); tenth++) {
            var here = stops.get(tenth);
            if (here > 0 && 2 * (before + here) >= readers) {
                return 10 * tenth + Math.clamp(Math.round(10.0 * (readers / 2.0 - before) / here), 0, 10);
            }
            before += here;
        }
        return 100;
    }

    /** How long a reader read in the mean. */
    public long secondsEach() {
        return readers == 0 ? 0 : seconds / readers;
    }
}
