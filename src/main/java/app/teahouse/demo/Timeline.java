package app.teahouse.demo;

import app.teahouse.kernel.Time;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happens in a circle, each at its moment and all in the order of time. */
final class Timeline {
    private record Deed(Instant at, Runnable what) {}

    private final List<Deed> deeds = new ArrayList<>();

    void at(Instant moment, Runnable what) {
        deeds.add(new Deed(moment, what));
    }

    /** @param afterEach done after each deed, at the same moment */
    void play(Runnable afterEach) {
        deeds.sort(Comparator.comparing(Deed::at));
        for (var deed : deeds) {
            Time.at(deed.at(), () -> {
                deed.what().run();
                afterEach.run();
                return true;
            });
        }
    }
}
