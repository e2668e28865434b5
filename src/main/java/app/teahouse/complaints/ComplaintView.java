package app.teahouse.complaints;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Ids;
import app.teahouse.members.Involvement;
import app.teahouse.reports.Report;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as operators read it: what members say, and where it is. What was written there they read once they opened the circle.
 *
 * @param kind {@code circle}, {@code post}, {@code comment}, {@code member}, or what a later room brought
 * @param circle null where it is gone
 * @param name of whoever it is about, or null
 * @param path where it stands, behind the circle's address, or null where it is gone
 * @param nearness of the operator who reads, to the circle
 * @param reports what was said since the last decision about the same, the newest first
 * @param earlier that last decision, or null
 * @param verdict {@code none}, {@code warned}, {@code unlisted}, {@code frozen} or {@code closed}; null while it is open
 */
public record ComplaintView(
        ComplaintId id,
        CircleId circleId,
        @Nullable Face circle,
        String kind,
        @Nullable String name,
        @Nullable String path,
        Instant openedAt,
        List<Report> reports,
        @Nullable Earlier earlier,
        @Nullable String verdict,
        String reason,
        @Nullable Instant settledAt,
        Involvement.Of nearness) {

    /** What an operator decided about the same before. */
    public record Earlier(String verdict, String reason, Instant at) {}

    public String key() {
        return Ids.text(id);
    }
}
