package app.teahouse.text;

/**
 * A member named in a text by {@code @alias} or {@code @number}.
 *
 * @param href the address of the member's page
 */
public record Mention(long number, String alias, String href) {}
