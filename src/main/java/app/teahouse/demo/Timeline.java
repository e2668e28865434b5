package app.teahouse.demo;

import app.teahouse.kernel.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;

/** What happens in a circle, each at its moment and all in the order of time. */
final class Timeline {
    private record Deed(Instant at, Runnable what) {}

    private static final int MOST = 40;
    private static final Duration PAUSE = Duration.ofHours(4);

    private final List<Deed> deeds = new ArrayList<>();

    void add(Instant moment, Runnable what) {
        deeds.add(new Deed(moment, what));
    }

    /**
     * Plays all of it, in portions that end where nothing happens for some hours.
     *
     * @param together runs a portion in one transaction: hundreds of small ones would take seconds
     * @param afterwards ends each portion, at the moment of its last deed
     */
    void play(Consumer<Runnable> together, Runnable afterwards) {
        deeds.sort(Comparator.comparing(Deed::at));
        var portion = new ArrayList<Deed>();
        for (var deed : deeds) {
            if (!portion.isEmpty() && isEnough(portion, deed)) {
                var done = List.copyOf(portion);
                together.accept(() -> play(done, afterwards));
                portion.clear();
            }
            portion.add(deed);
        }
        together.accept(() -> play(portion, afterwards));
    }

    private static boolean isEnough(List<Deed> portion, Deed next) {
        return portion.size() >= MOST || portion.getLast().at().plus(PAUSE).isBefore(next.at());
    }

    private static void play(List<Deed> portion, Runnable afterwards) {
        portion.forEach(deed -> at(deed.at(), deed.what()));
        at(portion.getLast().at(), afterwards);
    }

    private static void at(Instant moment, Runnable what) {
        Time.at(moment, () -> {
            what.run();
            return true;
        });
    }
}
