package app.teahouse.timeline;

import app.teahouse.kernel.Face;
import app.teahouse.members.MemberCard;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a member's timeline.
 *
 * @param group which part, or empty for all
 * @param next where the next page begins, or null
 */
public record TimelineView(
        Face face,
        MemberCard member,
        String group,
        List<Told> items,
        @Nullable String next) {

    /** @param by who did it, or null */
    public record Told(
            Instant at,
            String icon,
            String words,
            String quote,
            String path,
            @Nullable String by) {}

    public String url() {
        return "/c/" + face.slug() + member.path() + "/timeline";
    }

    public String more() {
        return url() + "?" + (group.isEmpty() ? "" : "kind=" + group + "&") + "before=" + next;
    }
}
