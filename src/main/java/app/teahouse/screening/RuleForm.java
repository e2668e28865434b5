package app.teahouse.screening;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Scrutiny.Verdict;
import app.teahouse.matching.Contacts;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the form of a rule, and fills it. Programs send the same names. */
public final class RuleForm {
    private static final List<Integer> PACES = List.of(10, 60, 24 * 60);
    private static final List<Integer> WHILES = List.of(60, 24 * 60, 3 * 24 * 60, 7 * 24 * 60, 14 * 24 * 60);

    private static final int FEW = 5;

    private RuleForm() {}

    /** As it comes from a form, or from a program. */
    record Typed(
            @Nullable String name,
            @Nullable String kind,
            @Nullable String verdict,
            @Nullable String said,
            @Nullable List<String> matters,
            @Nullable List<String> spares,
            @Nullable List<String> words,
            @Nullable List<String> allowed,
            @Nullable List<String> contacts,
            boolean strict,
            int many,
            int minutes,
            @Nullable List<String> sparedTags) {

        RuleWish wish() {
            return new RuleWish(
                    text(name),
                    constant(RuleKind.class, "kind", text(kind)),
                    chosen(),
                    text(said),
                    list(matters).stream()
                            .map(matter -> constant(Matter.class, "matters", matter))
                            .toList(),
                    new HashSet<>(list(spares).stream().map(RuleForm::spared).toList()),
                    list(words),
                    list(allowed),
                    list(contacts).stream()
                            .map(contact -> constant(Contacts.Kind.class, "contacts", contact))
                            .toList(),
                    strict,
                    many,
                    minutes,
                    list(sparedTags).stream().map(RuleForm::tag).toList());
        }

        private Verdict chosen() {
            var found = constant(Verdict.class, "verdict", text(verdict));
            if (found == Verdict.PASS) {
                throw Refusal.invalid("verdict", "field.unknown-choice");
            }
            return found;
        }
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }

    private static List<String> list(@Nullable List<String> typed) {
        return Objects.requireNonNullElse(typed, List.of());
    }

    private static Role spared(String name) {
        var role = constant(Role.class, "spares", name);
        if (!RuleWish.SPARES.contains(role)) {
            throw Refusal.invalid("spares", "field.unknown-choice");
        }
        return role;
    }

    private static MemberTagId tag(String key) {
        try {
            return new MemberTagId(Ids.parse(key));
        } catch (Refusal _) {
            throw Refusal.invalid("sparedTags", "field.unknown-choice");
        }
    }

    static <E extends Enum<E>> E constant(Class<E> type, String field, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> Db.name(constant).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid(field, "field.unknown-choice"));
    }

    static RuleWish read(Form form, RuleKind kind) {
        return new Typed(
                        form.value("name"),
                        Db.name(kind),
                        form.value("verdict"),
                        form.value("said"),
                        form.values("matters"),
                        form.values("spares"),
                        form.value("words").lines().toList(),
                        form.value("allowed").lines().toList(),
                        form.values("contacts"),
                        form.has("strict"),
                        number(form.value("many")),
                        number(form.value("minutes")),
                        form.values("sparedTags"))
                .wish();
    }

    /** What is no number is too small for every rule. */
    private static int number(String typed) {
        var bare = typed.strip();
        return bare.isEmpty() ? 0 : bare.matches("[0-9]{1,6}") ? Integer.parseInt(bare) : -1;
    }

    static Form of(Frame frame, Rule rule) {
        return Form.blank(
                frame,
                "name",
                rule.name(),
                "verdict",
                Db.name(rule.verdict()),
                "said",
                rule.said(),
                "matters",
                Rules.names(rule.matters()),
                "spares",
                Rules.names(List.copyOf(rule.spares())),
                "words",
                String.join("\n", rule.words()),
                "allowed",
                String.join("\n", rule.allowed()),
                "contacts",
                Rules.names(rule.contacts()),
                "strict",
                rule.strict(),
                "many",
                rule.many(),
                "minutes",
                rule.minutes(),
                "sparedTags",
                rule.sparedTags().stream().map(Ids::text).toList());
    }

    /** What most circles want of a new rule. */
    static Form blank(Frame frame, RuleKind kind) {
        return Form.blank(
                frame,
                "name",
                frame.t("screening.kind." + Db.name(kind)),
                "verdict",
                kind == RuleKind.RATE ? "ask" : kind == RuleKind.WORDS || kind == RuleKind.LINKS ? "tag" : "hold",
                "matters",
                kind == RuleKind.NEWCOMERS ? List.of("post") : Rules.names(kind.matters()),
                "spares",
                Rules.names(RuleWish.SPARES),
                "contacts",
                Rules.names(List.of(Contacts.Kind.values())),
                "many",
                usual(kind),
                "minutes",
                kind == RuleKind.RATE ? 10 : 24 * 60);
    }

    private static int usual(RuleKind kind) {
        return switch (kind) {
            case WORDS, CONTACTS, LINKS -> 0;
            case NEWCOMERS -> 2;
            case RATE -> 5;
            case REPETITION -> 1;
            case LIKENESS -> 2;
        };
    }

    /** The first few, and how many more there are. */
    public static String some(Frame frame, List<String> all) {
        var first = String.join(frame.t("screening.and"), all.subList(0, Math.min(FEW, all.size())));
        return all.size() <= FEW ? first : frame.t("screening.more", "first", first, "more", all.size() - FEW);
    }

    /** As {@link Frame#all} takes them. */
    public static String joined(List<? extends Enum<?>> constants) {
        return constants.stream().map(Db::name).collect(Collectors.joining(","));
    }

    /** How far back can be chosen, and what each is called. A time that a program chose is among them. */
    public static Map<String, String> times(Frame frame, RuleKind kind, Form form) {
        var times = new LinkedHashMap<String, String>();
        for (var minutes : kind == RuleKind.RATE ? PACES : WHILES) {
            times.put(minutes.toString(), time(frame, minutes));
        }
        var chosen = number(form.value("minutes"));
        if (chosen > 0) {
            times.putIfAbsent(Integer.toString(chosen), time(frame, chosen));
        }
        return times;
    }

    public static String time(Frame frame, int minutes) {
        return minutes % (24 * 60) == 0
                ? frame.t("screening.days", "count", minutes / (24 * 60))
                : minutes % 60 == 0
                        ? frame.t("screening.hours", "count", minutes / 60)
                        : frame.t("screening.minutes", "count", minutes);
    }
}
