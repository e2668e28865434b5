package app.teahouse.access;

/**
 * Who is touched by a change of access, told before it happens.
 *
 * @param key of a sentence with the fact {@code count}
 */
public record Consequence(String key, long count) {}
