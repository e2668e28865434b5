package app.teahouse.formats;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A post as every source says it.
 *
 * @param key what it is known by, should it come again
 * @param published null where nothing, or nothing readable, is said
 * @param markdown its text
 * @param remarks what others said to it
 */
record Piece(
        String key,
        String title,
        @Nullable Instant published,
        String author,
        List<String> tags,
        boolean highlight,
        String markdown,
        List<Remark> remarks) {

    Piece(
            String key,
            String title,
            @Nullable Instant published,
            String author,
            List<String> tags,
            boolean highlight,
            String markdown) {
        this(key, title, published, author, tags, highlight, markdown, List.of());
    }
}
