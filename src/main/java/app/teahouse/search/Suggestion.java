package app.teahouse.search;

import org.jspecify.annotations.Nullable;

/**
 * Something that somebody who is typing may mean.
 *
 * @param kind {@code recent}, {@code tag}, {@code member} or {@code post}
 * @param fact a circle's name, where several are searched
 */
public record Suggestion(
        String kind, String text, String url, @Nullable String fact) {}
