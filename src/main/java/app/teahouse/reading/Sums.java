package app.teahouse.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.ToIntFunction;

/** By how much the sums beside posts change. Of who is discreet only the two counts are kept. */
final class Sums {
    static final int TENTHS = 10;

    private final TreeMap<Long, Change> changes = new TreeMap<>();

    private static final class Change {
        private int readers;
        private int finished;
        private int discreetReaders;
        private int discreetFinished;
        private int seconds;
        private final int[] stops = new int[TENTHS];

        private void count(Position position, boolean discreet, int sign) {
            var ended = position.isFinished() ? sign : 0;
            if (discreet) {
                discreetReaders += sign;
                discreetFinished += ended;
            } else {
                readers += sign;
                finished += ended;
                seconds += sign * position.seconds();
                stops[position.tenth()] += sign;
            }
        }
    }

    void add(long number, Position position, boolean discreet) {
        changes.computeIfAbsent(number, _ -> new Change()).count(position, discreet, 1);
    }

    void take(long number, Position position, boolean discreet) {
        changes.computeIfAbsent(number, _ -> new Change()).count(position, discreet, -1);
    }

    /** In their order. */
    List<Long> numbers() {
        return List.copyOf(changes.keySet());
    }

    List<Integer> readers() {
        return all(change -> change.readers);
    }

    List<Integer> finished() {
        return all(change -> change.finished);
    }

    List<Integer> discreetReaders() {
        return all(change -> change.discreetReaders);
    }

    List<Integer> discreetFinished() {
        return all(change -> change.discreetFinished);
    }

    List<Integer> seconds() {
        return all(change -> change.seconds);
    }

    private List<Integer> all(ToIntFunction<Change> what) {
        return changes.values().stream().map(what::applyAsInt).toList();
    }

    /** Ten after ten. */
    List<Integer> stops() {
        var all = new ArrayList<Integer>();
        for (var change : changes.values()) {
            for (var readers : change.stops) {
                all.add(readers);
            }
        }
        return all;
    }
}
