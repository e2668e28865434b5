package app.teahouse.exits;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A post as it leaves.
 *
 * @param html as it is stored, or null where the words stay in the circle
 * @param author a name, empty where nobody is known any more
 */
public record Chapter(long number, String title, @Nullable String html, String author, Instant publishedAt) {}
