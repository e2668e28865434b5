package app.teahouse.strikes;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a circle says may follow on how many strikes. It suggests; people decide.
 *
 * @param lapseDays after how many days a strike counts no more
 * @param rungs by their numbers of strikes
 */
public record Ladder(int lapseDays, List<Rung> rungs) {
    /** What holds where an owner said nothing else. */
    public static final Ladder USUAL = new Ladder(
            90,
            List.of(
                    new Rung(1, Measure.WARN, null),
                    new Rung(2, Measure.MUTE, 3),
                    new Rung(3, Measure.MUTE, 30),
                    new Rung(5, Measure.REMOVE, null)));

    /** What may follow. */
    public enum Measure {
        WARN,
        MUTE,
        REMOVE
    }

    /** @param muteDays for {@link Measure#MUTE} only */
    public record Rung(
            int strikes, Measure measure, @Nullable Integer muteDays) {}

    /** What stands on the highest rung that so many strikes reach; nothing below the first. */
    public Optional<Rung> at(int strikes) {
        return rungs.stream().filter(rung -> rung.strikes() <= strikes).max(Comparator.comparingInt(Rung::strikes));
    }
}
