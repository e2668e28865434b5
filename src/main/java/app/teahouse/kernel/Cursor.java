package app.teahouse.kernel;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that is paged by key.
 *
 * @param next what to ask for the next page with ({@code before=…}), or null on the last page
 */
public record Cursor<T>(List<T> items, @Nullable String next) {

    /** Cuts a list that was read with one row too many: that row says that there is a next page. */
    public static <T> Cursor<T> of(List<T> oneTooMany, int size, Function<T, String> key) {
        if (oneTooMany.size() <= size) {
            return new Cursor<>(oneTooMany, null);
        }
        var items = oneTooMany.subList(0, size);
        return new Cursor<>(items, key.apply(items.getLast()));
    }
}
