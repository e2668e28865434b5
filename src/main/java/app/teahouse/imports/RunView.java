package app.teahouse.imports;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    /**
     * Something odd.
     *
     * @param path the file, or what stands for it where the archive was made of another source
     * @param title of its article; empty where it has none, null where nothing came of it
     */
    public record Odd(
            String path,
            String code,
            String detail,
            @Nullable String title) {
        private static final Pattern LINE = Pattern.compile("line (\\d{1,9})");
        private static final Pattern MADE = Pattern.compile("(post|feed|ghost)-[0-9a-f]{24}(\\.md)?");

        /** Which line of the file, or 0: it is no line that is odd. */
        public int line() {
            var line = LINE.matcher(path);
            return line.matches() ? Integer.parseInt(line.group(1)) : 0;
        }

        /** Whether the file has a name that nobody gave it. */
        public boolean isMade() {
            return MADE.matcher(path).matches();
        }
    }

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
