package app.teahouse.segments;

import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.membertags.MemberTagId;
import app.teahouse.segments.Condition.Fact;
import app.teahouse.segments.Filter.Join;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the form of a segment, row by row, and fills it. Programs send the same words. */
public final class SegmentForm {
    private SegmentForm() {}

    /**
     * A condition as it stands in a form, also where it is wrong.
     *
     * @param choices what may be chosen; empty where a number stands
     */
    public record Row(
            int place,
            Fact fact,
            boolean not,
            String value,
            Map<String, String> choices,
            @Nullable String error) {}

    /** The rows as they were sent, but for what is no fact at all. */
    static List<Kept.Line> lines(Form form) {
        var facts = form.values("fact");
        var nots = form.values("not");
        var values = form.values("value");
        var lines = new ArrayList<Kept.Line>();
        for (var i = 0; i < facts.size() && i < 50; i++) {
            lines.add(new Kept.Line(facts.get(i), nots.size() > i && nots.get(i).equals("not"), at(values, i)));
        }
        return lines.stream().filter(line -> isFact(line.fact())).toList();
    }

    private static String at(List<String> values, int place) {
        return values.size() > place ? values.get(place) : "";
    }

    private static boolean isFact(String name) {
        return Arrays.stream(Fact.values()).anyMatch(fact -> fact.key().equals(name));
    }

    /** @throws Refusal what is wrong with which row; its field is {@code value-} and its place */
    static Filter filter(String join, List<Kept.Line> lines) {
        var faults = new ArrayList<Refusal.Fault>();
        var conditions = new ArrayList<Condition>();
        for (var i = 0; i < lines.size(); i++) {
            try {
                conditions.add(lines.get(i).condition());
            } catch (Refusal wrong) {
                var fault = wrong.faults().getFirst();
                faults.add(new Refusal.Fault("value-" + i, fault.code(), fault.facts()));
            }
        }
        if (!faults.isEmpty()) {
            throw Refusal.invalid(faults);
        }
        return new Filter(join(join), conditions);
    }

    private static Join join(String name) {
        return Arrays.stream(Join.values())
                .filter(join -> join.key().equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("join", "field.unknown-choice"));
    }

    static WriteSegment.Wish wish(Form form) {
        new Faults().text("name", form.value("name"), WriteSegment.LONGEST_NAME).refuse();
        var tag = form.text("tag");
        return new WriteSegment.Wish(
                form.value("name"),
                filter(form.value("join"), lines(form)),
                tag(tag),
                tag != null && form.has("takes"));
    }

    static @Nullable MemberTagId tag(@Nullable String key) {
        try {
            return key == null ? null : new MemberTagId(Ids.parse(key));
        } catch (Refusal _) {
            throw Refusal.invalid("tag", "field.unknown-choice");
        }
    }

    static List<Row> rows(Form form, Meanings.Known known, Locale locale) {
        var rows = new ArrayList<Row>();
        var lines = lines(form);
        for (var i = 0; i < lines.size(); i++) {
            var line = lines.get(i);
            var fact = Fact.named(line.fact());
            var choices = new LinkedHashMap<>(known.choices(fact, locale));
            if (!choices.isEmpty() && !line.value().isEmpty()) {
                choices.putIfAbsent(line.value(), known.words().say(locale, "segments.gone"));
            }
            rows.add(new Row(i, fact, line.not(), line.value(), choices, form.error("value-" + i)));
        }
        return rows;
    }

    static Form of(Frame frame, Segment segment, String name) {
        var tag = segment.tag();
        return form(
                frame,
                name,
                segment.filter().join().key(),
                tag == null ? "" : Ids.text(tag),
                segment.takes(),
                segment.filter().conditions().stream()
                        .map(one -> new Kept.Line(one.fact().key(), one.not(), one.value()))
                        .toList());
    }

    /** The same form with another row, as the page shows it at first, or one row less. */
    static Form rearranged(Frame frame, Form form, Meanings.Known known) {
        var lines = new ArrayList<>(lines(form));
        if (form.has("more") && isFact(form.value("add")) && lines.size() < Filter.MOST) {
            var fact = Fact.named(form.value("add"));
            lines.add(new Kept.Line(fact.key(), false, usual(fact, known.choices(fact, frame.locale()))));
        }
        if (form.has("remove")) {
            var place = form.value("remove");
            if (place.matches("[0-9]{1,2}") && Integer.parseInt(place) < lines.size()) {
                lines.remove(Integer.parseInt(place));
            }
        }
        return form(frame, form.value("name"), form.value("join"), form.value("tag"), form.has("takes"), lines);
    }

    private static Form form(Frame frame, String name, String join, String tag, boolean takes, List<Kept.Line> lines) {
        return Form.blank(
                frame,
                "name",
                name,
                "join",
                join.isEmpty() ? "all" : join,
                "tag",
                tag,
                "takes",
                takes ? "yes" : null,
                "fact",
                lines.stream().map(Kept.Line::fact).toList(),
                "not",
                lines.stream().map(line -> line.not() ? "not" : "is").toList(),
                "value",
                lines.stream().map(Kept.Line::value).toList());
    }

    private static String usual(Fact fact, Map<String, String> choices) {
        return switch (fact) {
            case ENDS, JOINED, WROTE -> "30";
            case SEEN -> "14";
            case DAYS, WRITTEN, READ -> "4";
            case POSTS -> "1";
            default -> choices.keySet().stream().findFirst().orElse("");
        };
    }
}
