package app.teahouse.site;

import app.teahouse.kernel.Cursor;
import app.teahouse.kernel.Folding;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Filters lists of the whole site that have no index for the filter: each request looks at a bounded part, and the next one searches
 * further from there (scale.md S18).
 */
public final class Sifting {
    static final int PAGE = 50;
    static final int PART = 5_000;

    private Sifting() {}

    /** How many rows to read, so that {@link #page} can tell whether there are more. */
    static int rows(@Nullable String query) {
        return (query == null ? PAGE : PART) + 1;
    }

    static <T> Cursor<T> page(List<T> rows, @Nullable String query, Predicate<T> fits, Function<T, String> key) {
        if (query == null) {
            return Cursor.of(rows, PAGE, key);
        }
        var part = rows.size() > PART ? rows.subList(0, PART) : rows;
        var found = part.stream().filter(fits).limit(PAGE + 1).toList();
        if (found.size() > PAGE) {
            return Cursor.of(found, PAGE, key);
        }
        return new Cursor<>(found, rows.size() > PART ? key.apply(part.getLast()) : null);
    }

    /** Where the next part of the list is, or null after the last one; {@code path} ends in a question mark or ampersand. */
    public static @Nullable String next(String path, @Nullable String before, @Nullable String query) {
        if (before == null) {
            return null;
        }
        return path + "before=" + before
                + (query == null ? "" : "&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8));
    }

    static boolean holds(String name, String query) {
        return Folding.folded(name).contains(Folding.folded(query));
    }
}
