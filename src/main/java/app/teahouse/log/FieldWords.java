package app.teahouse.log;

import app.teahouse.kernel.Differences.Difference;
import app.teahouse.kernel.Money;
import app.teahouse.text.Source;
import app.teahouse.web.Frame;
import app.teahouse.web.Look;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * What an act changed, field by field. In the log's two texts each field is a line: its name, a tab, and how it was or is; both have the same
 * fields in the same order.
 */
final class FieldWords {
    /** Of both sides together; one field alone may have all of it. */
    private static final int ROOM = 460;

    private static final int LEAST = 20;
    private static final Set<String> FIELDS = Set.of(
            "about",
            "allowed",
            "automatic",
            "closes",
            "colour",
            "conditions",
            "contacts",
            "cover",
            "description",
            "free",
            "gives",
            "grouping",
            "introduce",
            "language",
            "many",
            "matters",
            "message",
            "minutes",
            "name",
            "note",
            "own",
            "patience",
            "percents",
            "period",
            "price",
            "promise",
            "questions",
            "said",
            "sale",
            "spared",
            "spares",
            "strict",
            "synonym",
            "takes",
            "tasks",
            "tier",
            "trial",
            "verdict",
            "words",
            "zone");
    private static final Set<String> GROUPINGS = Set.of("expertise", "interest", "stage");

    private FieldWords() {}

    static String before(List<Difference> differences) {
        return side(differences, Difference::before);
    }

    static String after(List<Difference> differences) {
        return side(differences, Difference::after);
    }

    private static String side(List<Difference> differences, Function<Difference, String> side) {
        var room = Math.max(LEAST, ROOM / Math.max(1, differences.size()));
        return differences.stream()
                .map(difference ->
                        difference.field() + "\t" + cut(words(difference.field(), side.apply(difference)), room))
                .collect(Collectors.joining("\n"));
    }

    /** What is written in Markdown stands there as it is read. */
    private static String words(String field, String text) {
        return field.equals("about") || field.equals("message") ? new Source(text).words() : text;
    }

    private static String cut(String text, int most) {
        var line = text.replaceAll("\\s+", " ").strip();
        return line.length() <= most
                ? line
                : line.substring(0, line.offsetByCodePoints(0, line.codePointCount(0, most) - 1)) + "…";
    }

    /** Each field in words, with what it was and is. */
    static List<String> lines(Frame frame, String before, String after) {
        var was = fields(before);
        var is = fields(after);
        return IntStream.range(0, Math.min(was.size(), is.size()))
                .mapToObj(n -> frame.t(
                        "log.difference",
                        "field",
                        name(frame, is.get(n)[0]),
                        "before",
                        value(frame, was.get(n)),
                        "after",
                        value(frame, is.get(n))))
                .toList();
    }

    /** All fields of one side in words. */
    static String side(Frame frame, String side) {
        return fields(side).stream()
                .map(field -> frame.t("log.field", "field", name(frame, field[0]), "value", value(frame, field)))
                .collect(Collectors.joining(" · "));
    }

    private static List<String[]> fields(String side) {
        return side.lines()
                .map(line -> line.split("\t", 2))
                .filter(field -> field.length == 2)
                .toList();
    }

    private static String name(Frame frame, String field) {
        return frame.t("log.field." + (FIELDS.contains(field) ? field : "other"));
    }

    private static String value(Frame frame, String[] field) {
        var value = field[1];
        if (value.isEmpty()) {
            return "–";
        }
        return switch (field[0]) {
            case "colour" -> Look.COLOURS.contains(value) ? frame.t("web.colour." + value) : value;
            case "cover" -> frame.t("log.value.picture");
            case "language" -> List.of("en", "zh-CN").contains(value) ? frame.t("web.language." + value) : value;
            case "grouping" -> GROUPINGS.contains(value) ? frame.t("membertags.group." + value) : value;
            case "verdict" -> frame.t("screening.verdict." + value);
            case "matters" -> frame.all("screening.matter.", value);
            case "contacts" -> frame.all("screening.contact.", value);
            case "spares" -> frame.all("members.role.", value);
            case "own", "automatic", "strict", "takes" ->
                frame.t(value.equals("true") ? "log.value.yes" : "log.value.no");
            case "closes" -> frame.all("members.surface.", value);
            case "tasks" ->
                Arrays.stream(value.split(","))
                        .filter(task -> task.matches("[a-z]{1,20}"))
                        .map(task -> frame.t("welcome.task." + task))
                        .collect(Collectors.joining(" · "));
            case "sale" -> frame.t("plans.state." + value.replace('_', '-'));
            case "price" -> price(frame, value.split(","));
            case "period" -> period(frame, value.split(","));
            case "introduce" -> "/p/" + value;
            default -> value;
        };
    }

    private static String price(Frame frame, String[] parts) {
        return frame.t("log.value.price", "sum", Money.of(Long.parseLong(parts[0]), parts[1]));
    }

    private static String period(Frame frame, String[] parts) {
        return switch (parts[0]) {
            case "days", "months" -> frame.t("plans.lasts." + parts[0], "count", Long.parseLong(parts[1]));
            case "until" -> frame.t("plans.lasts.until", "day", frame.date(LocalDate.parse(parts[1])));
            default -> frame.t("plans.lasts." + parts[0]);
        };
    }
}
