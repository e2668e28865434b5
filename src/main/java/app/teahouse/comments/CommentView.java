package app.teahouse.comments;

import app.teahouse.kernel.Ids;
import app.teahouse.reactions.Kind;
import app.teahouse.roster.Author;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a reader sees it.
 *
 * @param thread the comment that opened its thread; its own id for that one
 * @param html its words, or null where they are deleted or hidden from this reader
 * @param answered the alias of whom a reply answers, where that is not who opened the thread
 * @param hiddenWhy why the staff hid it, for them and its author
 */
public record CommentView(
        CommentId id,
        CommentId thread,
        State state,
        @Nullable String html,
        Author author,
        @Nullable String answered,
        Instant madeAt,
        @Nullable Instant editedAt,
        long reactions,
        @Nullable Kind mine,
        @Nullable String hiddenWhy,
        Powers powers) {

    public enum State {
        LIVE,
        HELD,
        HIDDEN,
        DELETED
    }

    /** What this reader may do with it; doors and operations check again. */
    public record Powers(boolean edit, boolean delete, boolean restore, boolean hide, boolean history) {
        static final Powers NONE = new Powers(false, false, false, false, false);
    }

    public boolean isLive() {
        return state == State.LIVE;
    }

    public boolean isHidden() {
        return state == State.HIDDEN;
    }

    /** Whether it waits for the staff. */
    public boolean isHeld() {
        return state == State.HELD;
    }

    public boolean isDeleted() {
        return state == State.DELETED;
    }

    public boolean isReply() {
        return !thread.equals(id);
    }

    /** For anchors and addresses. */
    public String key() {
        return Ids.text(id);
    }
}
