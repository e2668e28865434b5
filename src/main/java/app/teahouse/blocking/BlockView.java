package app.teahouse.blocking;

import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.members.MemberCard;
import java.time.Instant;

/** Somebody whom the reader blocked in a circle. */
public record BlockView(Face circle, MemberCard other, Instant at) {
    /** Where it is taken back. */
    public String url() {
        return "/me/settings/blocks/" + Ids.text(circle.id()) + "/" + other.number() + "/removal";
    }
}
