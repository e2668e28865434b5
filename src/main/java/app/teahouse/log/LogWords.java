package app.teahouse.log;

import app.teahouse.web.Frame;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Says in the reader's language what was so before an act, or is after it. */
public final class LogWords {
    /** Rooms whose acts are named; of another only that something was done. */
    private static final Set<String> ROOMS = Set.of(
            "announcements",
            "applications",
            "byhand",
            "bylines",
            "circles",
            "columns",
            "comments",
            "content",
            "coupons",
            "curation",
            "directory",
            "exports",
            "gifts",
            "highlights",
            "homework",
            "imports",
            "invitations",
            "letters",
            "membertags",
            "payouts",
            "plans",
            "questions",
            "receipts",
            "reservations",
            "roster",
            "staffnotes",
            "start",
            "strikes",
            "synonyms",
            "tags",
            "takeaway",
            "welcome");

    private LogWords() {}

    /** @param side {@link LogView#before} or {@link LogView#after} */
    public static String side(Frame frame, LogView entry, String side) {
        if (side.isEmpty()) {
            return "";
        }
        return switch (entry.kind()) {
            case "role" -> frame.t("web.role." + side);
            case "address" -> "/c/" + side;
            case "access" -> access(frame, side.split(",", 2));
            case "speaking" ->
                Arrays.stream(side.split(","))
                        .map(cell -> cell(frame, cell.split("\\.", 2)))
                        .collect(Collectors.joining(" · "));
            case "ladder" -> ladder(frame, side.split(" "));
            default -> side;
        };
    }

    /** Where something was done, and the word that programs have for it. */
    public static String act(Frame frame, String about) {
        var parts = about.split(" ", 2);
        var key = ROOMS.contains(parts[0]) ? "log.room." + parts[0] : "log.room.other";
        return parts.length < 2 ? frame.t(key) : frame.t(key) + " (" + parts[1] + ")";
    }

    private static String access(Frame frame, String[] parts) {
        return parts.length < 2
                ? ""
                : frame.t("circles.visibility." + parts[0]) + " · " + frame.t("circles.join-mode." + parts[1]);
    }

    private static String cell(Frame frame, String[] parts) {
        return parts.length < 2 ? "" : frame.t("web.role." + parts[0]) + " – " + frame.t("members.surface." + parts[1]);
    }

    private static String ladder(Frame frame, String[] steps) {
        var days = frame.t("log.ladder.days", "count", Long.parseLong(steps[0]));
        return Arrays.stream(steps)
                .skip(1)
                .map(step -> step.split(":"))
                .map(step -> frame.t(
                        "log.ladder.step",
                        "count",
                        Long.parseLong(step[0]),
                        "measure",
                        step[1],
                        "days",
                        Long.parseLong(step[2])))
                .collect(Collectors.joining(" · ", days + " · ", ""));
    }
}
