package app.teahouse.guard;

import app.teahouse.kernel.Db;
import app.teahouse.web.Frame;
import java.time.Instant;
import java.time.LocalTime;

/** Says in words why a post is closed, and when or how it opens. */
public final class Reasons {
    private Reasons() {}

    public static String say(Frame frame, Closed closed) {
        var at = closed.at();
        var key = "guard.closed." + Db.name(closed.reason()).replace('_', '-');
        return switch (closed.reason()) {
            case DATE, NEWCOMER -> at == null ? frame.t("guard.closed") : frame.t(key, "day", day(frame, at));
            case JOINING ->
                at == null
                        ? frame.t("guard.closed.joining-outside", "days", closed.days())
                        : frame.t(key, "days", closed.days(), "day", day(frame, at));
            case REVIEWERS -> frame.t(key);
            case TIER ->
                closed.name() == null
                        ? frame.t("guard.closed.tier-unsold", "tier", closed.tier())
                        : frame.t(key, "plan", closed.name());
            case AFTER, HAND_IN -> frame.t(key, "name", String.valueOf(closed.name()));
        };
    }

    /**
     * Posts open at midnight in the circle's zone; where that is another time of day to the reader, it is said. Where a visitor is,
     * nobody knows: to them it is the circle's day.
     */
    private static String day(Frame frame, Instant at) {
        var circle = frame.circle();
        if (!frame.isSignedIn() && circle != null) {
            var day = at.atZone(circle.face().zone()).toLocalDate();
            return frame.day(day.atStartOfDay(frame.zone()).toInstant());
        }
        return at.atZone(frame.zone()).toLocalTime().equals(LocalTime.MIDNIGHT) ? frame.day(at) : frame.moment(at);
    }
}
