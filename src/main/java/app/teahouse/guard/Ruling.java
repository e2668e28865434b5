package app.teahouse.guard;

import org.jspecify.annotations.Nullable;

/**
 * What somebody may do with a post's words now.
 *
 * @param closed why they may not read them, or null
 * @param isProtected whether they may read but not carry away: no copy, no download, no feed, no answer to a program
 */
public record Ruling(@Nullable Closed closed, boolean isProtected) {
    public static final Ruling FREE = new Ruling(null, false);

    /** To who has no business here at all. */
    public static final Ruling SHUT = new Ruling(new Closed(Closed.Reason.DATE, null, 0, 0, null, null), false);

    public boolean isOpen() {
        return closed == null;
    }

    /** Whether the words may leave for where nobody guards them: a feed, a program, a file. */
    public boolean mayTake() {
        return closed == null && !isProtected;
    }

    /** For programs: why words are missing, or null. */
    public @Nullable String withheld() {
        return closed != null ? "closed" : isProtected ? "protected" : null;
    }
}
