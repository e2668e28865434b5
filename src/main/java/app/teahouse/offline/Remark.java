package app.teahouse.offline;

/**
 * A comment below a post.
 *
 * @param reply whether it answers another one
 */
public record Remark(String name, String day, String html, boolean reply) {}
