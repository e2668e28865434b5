package app.teahouse.formats;

/**
 * What is to come of a source that holds several kinds of things.
 *
 * @param drafts also what was never published
 * @param pages also pages that stood beside the posts
 * @param paid also what only paying readers could read
 * @param site the address of the old site, for pictures that are named without it; may be empty
 */
public record Wishes(boolean drafts, boolean pages, boolean paid, String site) {
    public static final Wishes NONE = new Wishes(false, false, true, "");
}
