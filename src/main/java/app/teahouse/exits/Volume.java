package app.teahouse.exits;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Posts in an order that leave together: a column, or the highlights.
 *
 * @param id by which readers of e-books tell it from others
 * @param path of its page, behind the circle's address
 * @param cover the key of its picture
 * @param pictures about how many there are in all posts
 */
public record Volume(
        UUID id,
        String path,
        String title,
        String promise,
        @Nullable String cover,
        List<Entry> entries,
        int pictures) {

    /** As many posts as one volume holds. */
    public static final int MOST = 1000;

    /** A post in it; {@code section} is empty before the first one. */
    public record Entry(long number, String title, String section) {}

    public List<Long> numbers() {
        return entries.stream().map(Entry::number).toList();
    }
}
