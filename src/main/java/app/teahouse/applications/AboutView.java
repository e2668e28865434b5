package app.teahouse.applications;

import app.teahouse.circles.Circle.JoinMode;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Face;
import app.teahouse.members.MemberCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A circle's about page, and what its reader can do there.
 *
 * @param rulesHtml null where the circle has no rules
 * @param questions what is asked of who joins here; empty where one joins by invitation
 * @param paid whether joining costs something
 * @param inDirectory whether everybody finds the circle, and search engines may
 * @param mine the reader's own application that waits or was declined last, or null
 */
public record AboutView(
        Face face,
        JoinMode joinMode,
        String html,
        @Nullable String rulesHtml,
        List<Question> questions,
        List<MemberCard> staff,
        long members,
        long posts,
        List<Glimpse> glimpses,
        Reader reader,
        @Nullable Mine mine,
        boolean inDirectory,
        boolean paid) {

    /** The same, with another face and other words. */
    public AboutView with(Face otherFace, String otherHtml) {
        return new AboutView(
                otherFace,
                joinMode,
                otherHtml,
                rulesHtml,
                questions,
                staff,
                members,
                posts,
                glimpses,
                reader,
                mine,
                inDirectory,
                paid);
    }

    /** Who reads the page. */
    public enum Reader {
        VISITOR,
        STRANGER,
        MEMBER
    }

    /**
     * The reader's own application.
     *
     * @param reason why it was declined, if it was and somebody said so
     */
    public record Mine(
            boolean waiting, Instant madeAt, @Nullable String reason) {}
}
