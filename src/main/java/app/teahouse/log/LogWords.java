package app.teahouse.log;

import app.teahouse.kernel.Money;
import app.teahouse.kernel.Surface;
import app.teahouse.text.Source;
import app.teahouse.web.Frame;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says in the reader's language what was done, what was so before, and what is after it. */
public final class LogWords {
    private static final int LINE = 160;

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

    /** What a door does, by its name in the program. */
    private static final Map<String, String> DONE = done(Map.of(
            "added", "add make write upload addSynonym makeMemberTag offer",
            "changed",
                    "change changeAbout changeFace choose chooseTerms rename setQuestions changeMemberTag tier setTier limit chooseLimit",
            "removed", "remove drop removeSynonym dropMemberTag removeHighlight",
            "moved", "move up down place",
            "merged", "merge mergeMemberTag",
            "back", "undo bringBack bring",
            "stopped", "stop cancel withdraw withdrawOffer",
            "decided", "decide decideTag dismiss approve",
            "pinned", "pin pinFirst",
            "unpinned", "unpin"));

    /** Of these both sides have a line for each field. */
    private static final Set<String> BY_FIELD = Set.of("did", "rule_changed", "segment_changed");

    private LogWords() {}

    private static Map<String, String> done(Map<String, String> doors) {
        var done = new HashMap<String, String>();
        doors.forEach((word, names) -> Stream.of(names.split(" ")).forEach(name -> done.put(name, word)));
        return Map.copyOf(done);
    }

    /** @param mine whether the member reads it to whom it was done: staff is then one, and they are “you” */
    public static String sentence(Frame frame, LogView entry, boolean mine) {
        var who = mine ? frame.t("log.staff") : entry.byOperator() ? frame.t("log.operator") : known(frame, entry.by());
        var paidUntil = entry.kind().equals("paid") && entry.about().contains(",");
        return frame.t(
                "log.kind." + entry.kind(),
                "who",
                who,
                "whose",
                mine ? frame.t("log.you") : known(frame, entry.whose()),
                "about",
                about(frame, entry),
                "day",
                paidUntil ? day(frame, entry.about().split(",")[1]) : "");
    }

    private static String known(Frame frame, @Nullable String alias) {
        return alias == null ? frame.t("log.former") : alias;
    }

    private static String day(Frame frame, String day) {
        return frame.date(LocalDate.parse(day));
    }

    private static Object about(Frame frame, LogView entry) {
        var about = entry.about();
        return switch (entry.kind()) {
            case "did" -> act(frame, about);
            case "role" -> frame.t("web.role." + about);
            case "access" -> access(frame, about.split(",", 2));
            case "guest_pass" -> about.isEmpty() ? frame.t("log.for-good") : day(frame, about);
            case "refund" -> refund(frame, about.split(","));
            case "paid" -> about.contains(",") ? "until" : about;
            case "tagged_many", "untagged_many" -> tagged(frame, about.split(",", 2));
            case "mute", "grant" -> surfaces(frame, about);
            case "reviewed" -> reviewed(frame, about.split(" "));
            case "hush", "hush_ended" -> about.isEmpty() ? frame.t("log.at-once") : about;
            default -> about;
        };
    }

    /** All of them have one word. */
    static String surfaces(Frame frame, String names) {
        var all = names.split(",").length == Surface.values().length;
        return all ? frame.t("members.surface.all") : frame.all("members.surface.", names);
    }

    private static String refund(Frame frame, String[] parts) {
        return frame.t("log.refund", "number", parts[0], "sum", Money.of(Long.parseLong(parts[1]), parts[2]));
    }

    private static String tagged(Frame frame, String[] parts) {
        return frame.t("log.tagged", "count", Long.parseLong(parts[0]), "tag", parts[1]);
    }

    private static String reviewed(Frame frame, String[] parts) {
        return frame.t("log.reviewed", "kind", parts[0], "fate", parts[1], "measure", parts[2]);
    }

    /** Whether what changed takes more than a line; fields have a line each. */
    public static boolean isLong(LogView entry) {
        var both = entry.before() + entry.after();
        return !BY_FIELD.contains(entry.kind())
                && !entry.before().equals(entry.after())
                && (both.length() > LINE || both.indexOf('\n') >= 0);
    }

    /** @param side {@link LogView#before} or {@link LogView#after} */
    public static String side(Frame frame, LogView entry, String side) {
        if (side.isEmpty()) {
            return "";
        }
        return switch (entry.kind()) {
            case "role" -> frame.t("web.role." + side);
            case "rules" -> new Source(side).words();
            case "address" -> "/c/" + side;
            case "access" -> access(frame, side.split(",", 2));
            case "speaking" ->
                Arrays.stream(side.split(","))
                        .map(cell -> cell(frame, cell.split("\\.", 2)))
                        .collect(Collectors.joining(" · "));
            case "ladder" -> ladder(frame, side.split(" "));
            case "did", "rule_changed", "segment_changed" -> FieldWords.side(frame, side);
            default -> side;
        };
    }

    /** What is different, a sentence each. */
    public static List<String> differences(Frame frame, LogView entry) {
        if (entry.before().equals(entry.after())) {
            return List.of();
        }
        if (BY_FIELD.contains(entry.kind())) {
            return FieldWords.lines(frame, entry.before(), entry.after());
        }
        var before = side(frame, entry, entry.before());
        var after = side(frame, entry, entry.after());
        if (entry.kind().equals("speaking")) {
            return Stream.of(
                            before.isEmpty() ? "" : frame.t("log.closed", "what", before),
                            after.isEmpty() ? "" : frame.t("log.opened", "what", after))
                    .filter(line -> !line.isEmpty())
                    .toList();
        }
        return List.of(frame.t(
                "log.change", "before", before.isEmpty() ? "–" : before, "after", after.isEmpty() ? "–" : after));
    }

    /** Where something was done, and what, if there is a word for it. */
    private static String act(Frame frame, String about) {
        var parts = about.split(" ", 2);
        var room = frame.t("log.room." + (ROOMS.contains(parts[0]) ? parts[0] : "other"));
        var did = parts.length < 2 ? null : DONE.get(parts[1]);
        return did == null ? room : room + " · " + frame.t("log.act." + did);
    }

    private static String access(Frame frame, String[] parts) {
        return parts.length < 2
                ? ""
                : frame.t("circles.visibility." + parts[0]) + " · " + frame.t("circles.join-mode." + parts[1]);
    }

    private static String cell(Frame frame, String[] parts) {
        return parts.length < 2
                ? ""
                : frame.t(
                        "log.cell",
                        "role",
                        frame.t("web.role." + parts[0]),
                        "surface",
                        frame.t("members.surface." + parts[1]));
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
