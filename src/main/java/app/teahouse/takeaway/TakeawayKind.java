package app.teahouse.takeaway;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A kind of file that people take away, such as an archive of the circle. A room to the right brings its own as a bean; this room
 * keeps the run, calls the steps, and hands the file out.
 */
public interface TakeawayKind {

    /** Who may ask for one, and fetch it. An owner's kind is made one at a time in a circle, a member's one at a time for each. */
    enum For {
        OWNER,
        MEMBERS
    }

    /** A name for rows and addresses, such as {@code archive}. */
    String name();

    For whom();

    /** The message key of what it is called; the same key with {@code .text} says in a sentence what it is good for. */
    String title();

    /** Its icon in the sprite. */
    String icon();

    /** Where it is asked for, behind {@code /c/{slug}}, if that needs a page of its own; else there is a button. */
    default @Nullable String page() {
        return null;
    }

    /**
     * Adds the next part and answers how far that led. What was added counts only once the step has returned: after a crash the
     * step is called again with the same cursor, and finds the parcel as it was then.
     *
     * @param budget to be asked before each thing
     */
    Progress step(Takeaway takeaway, Parcel parcel, Budget budget) throws IOException;
}
