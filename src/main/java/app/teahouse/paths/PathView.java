package app.teahouse.paths;

import java.util.List;

/**
 * A member's path.
 *
 * @param minutes what they had asked for, or 0 if none is laid
 * @param choices what they may ask for
 */
public record PathView(String url, int minutes, List<Integer> choices, List<StopView> stops) {

    public boolean isLaid() {
        return minutes > 0;
    }

    public int done() {
        return (int) stops.stream().filter(StopView::done).count();
    }

    public boolean isFinished() {
        return !stops.isEmpty() && done() == stops.size();
    }

    /** Minutes that lie ahead, those of turning to each post among them, as they were when the path was laid. */
    public int left() {
        return stops.stream()
                .filter(stop -> !stop.done())
                .mapToInt(stop -> stop.minutes() + Choose.TURNING)
                .sum();
    }
}
