package app.teahouse.following;

/**
 * What somebody may follow, and whether they do.
 *
 * @param thing {@code post} or {@code author}; the last part of its message keys
 * @param name what the post or the author is called
 * @param url the address of the post or the author
 */
public record FollowView(String thing, String name, String url, boolean following) {}
