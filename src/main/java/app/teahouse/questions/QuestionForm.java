package app.teahouse.questions;

import app.teahouse.circles.ChangeQuestions;
import app.teahouse.circles.Question;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Refusal;
import app.teahouse.membertags.MemberTag;
import app.teahouse.web.Form;
import app.teahouse.web.Frame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the form of a question, and fills it: a choice has a row, with the names of its tags beside it. */
public final class QuestionForm {
    private static final int SPARE_ROWS = 3;
    private static final String BETWEEN_TAGS = "[,，、;；]";

    private QuestionForm() {}

    static Question.Kind kind(@Nullable String name) {
        return Arrays.stream(Question.Kind.values())
                .filter(kind -> Db.name(kind).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("kind", "field.unknown-choice"));
    }

    /** @throws Refusal {@code question.unknown-tag} of the field {@code tags1} and on */
    static Question read(Form form, List<MemberTag> known) {
        var named = new HashMap<String, UUID>();
        known.forEach(tag -> named.put(Folding.folded(tag.name()), tag.id().value()));
        var kind = kind(form.text("kind"));
        var choices = new ArrayList<Question.Choice>();
        for (var i = 1; kind != Question.Kind.TEXT && i <= ChangeQuestions.MOST_CHOICES; i++) {
            var text = form.text("choice" + i);
            if (text != null) {
                choices.add(new Question.Choice(text, tags("tags" + i, form.value("tags" + i), named)));
            }
        }
        return new Question(form.value("text"), kind, form.has("required"), choices);
    }

    private static List<UUID> tags(String field, String typed, Map<String, UUID> named) {
        var found = new ArrayList<UUID>();
        for (var word : typed.split(BETWEEN_TAGS, 50)) {
            var name = word.strip().replaceFirst("^[#＃]+", "");
            if (!name.isBlank()) {
                var tag = named.get(Folding.folded(name));
                if (tag == null) {
                    throw Refusal.invalid(
                            List.of(new Refusal.Fault(field, "question.unknown-tag", Map.of("name", shortened(name)))));
                }
                found.add(tag);
            }
        }
        return found;
    }

    private static String shortened(String name) {
        return name.codePointCount(0, name.length()) <= 40
                ? name
                : name.substring(0, name.offsetByCodePoints(0, 39)) + "…";
    }

    static Form blank(Frame frame) {
        return Form.blank(frame, "kind", "one", "required", "true");
    }

    static Form of(Frame frame, Question question, List<MemberTag> known) {
        var values = new ArrayList<@Nullable Object>(Arrays.asList(
                "text",
                question.text(),
                "was",
                question.text(),
                "kind",
                Db.name(question.kind()),
                "required",
                question.required()));
        for (var i = 1; i <= question.choices().size(); i++) {
            var choice = question.choices().get(i - 1);
            values.addAll(List.of("choice" + i, choice.text(), "tags" + i, names(choice, known)));
        }
        return Form.blank(frame, values.toArray());
    }

    /** The tags that a choice gives, by name. */
    public static String names(Question.Choice choice, List<MemberTag> known) {
        return known.stream()
                .filter(tag -> choice.tags().contains(tag.id().value()))
                .map(MemberTag::name)
                .collect(Collectors.joining(", "));
    }

    /** How many rows for choices a form shows: those that are filled, and some more. */
    public static int rows(Form form) {
        var filled = 0;
        for (var i = 1; i <= ChangeQuestions.MOST_CHOICES; i++) {
            filled = form.text("choice" + i) != null || form.error("tags" + i) != null ? i : filled;
        }
        return Math.min(ChangeQuestions.MOST_CHOICES, Math.max(4, filled + SPARE_ROWS));
    }
}
