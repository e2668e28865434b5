package app.teahouse.imports;

import java.time.Instant;
import java.util.List;

/**
 * An import as its page shows it.
 *
 * @param id as it stands in addresses
 * @param pictures how many pictures at other hosts the archive names, at {@code hosts} hosts
 * @param already how many of its articles the circle has
 */
public record RunView(
        String id,
        String state,
        String fileName,
        Instant madeAt,
        int total,
        int done,
        int same,
        int pictures,
        int hosts,
        int already,
        List<Line> articles,
        List<Odd> oddities,
        AwayView away) {

    public record Line(String title, Instant publishedAt, String author) {}

    public record Odd(String path, String code, String detail) {}

    public boolean isReady() {
        return state.equals("ready");
    }

    public boolean isRunning() {
        return state.equals("running");
    }

    public boolean isDone() {
        return state.equals("done");
    }

    /** How many articles the button brings. */
    public int coming() {
        return total - already;
    }
}
