package app.teahouse.circles;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Differences;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Folding;
import app.teahouse.kernel.Partner;
import app.teahouse.kernel.Refusal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets what is asked of who joins. Whoever answered keeps the questions as they were asked. */
@Component
public class ChangeQuestions {
    public static final int MOST = 10;
    public static final int MOST_CHOICES = 20;
    static final int MOST_TAGS = 5;
    private static final int LONGEST = 200;
    private static final int LONGEST_CHOICE = 80;

    private final Db db;
    private final CircleTexts texts;

    ChangeQuestions(Db db, CircleTexts texts) {
        this.db = db;
        this.texts = texts;
    }

    /**
     * Two changes at once come one after the other.
     *
     * @throws Refusal {@code circle.too-many-questions}, and faults of the fields {@code text} and {@code choices}
     */
    @Transactional
    public void change(Partner partner, UnaryOperator<List<Question>> change) {
        var circle = partner.circle();
        lock(circle);
        var asked = texts.questions(circle);
        var wished = change.apply(asked).stream().map(ChangeQuestions::fit).toList();
        if (wished.size() > MOST) {
            throw Refusal.conflict("circle.too-many-questions").with("most", MOST);
        }
        write(circle, wished);
        Differences.say("questions", words(asked), words(wished));
    }

    private static String words(List<Question> questions) {
        return questions.stream().map(Question::text).collect(Collectors.joining(" / "));
    }

    /** What two changes at once would both read and write. */
    private void lock(CircleId circle) {
        db.sql("select 1 from circles.circle where circle_id = :circle for no key update")
                .with("circle", circle)
                .exists();
    }

    private static Question fit(Question asked) {
        var choices = asked.isOpen()
                ? List.<Question.Choice>of()
                : asked.choices().stream()
                        .map(choice -> new Question.Choice(
                                choice.text().strip(),
                                choice.tags().stream().distinct().toList()))
                        .toList();
        var names = choices.stream().map(Question.Choice::text).toList();
        new Faults()
                .text("text", asked.text(), LONGEST)
                .require(asked.isOpen() || choices.size() >= 2, "choices", "circle.too-few-choices")
                .require(
                        choices.size() <= MOST_CHOICES,
                        "choices",
                        "circle.too-many-choices",
                        Map.of("most", MOST_CHOICES))
                .require(
                        names.stream().allMatch(ChangeQuestions::isChoice),
                        "choices",
                        "circle.unfit-choice",
                        Map.of("most", LONGEST_CHOICE))
                .require(
                        names.stream().map(Folding::folded).distinct().count() == names.size(),
                        "choices",
                        "circle.same-choice")
                .require(
                        choices.stream().allMatch(choice -> choice.tags().size() <= MOST_TAGS),
                        "choices",
                        "circle.too-many-tags-of-choice",
                        Map.of("most", MOST_TAGS))
                .refuse();
        return new Question(asked.text().strip().replaceAll("\\R", " "), asked.kind(), asked.required(), choices);
    }

    /** One line, so that several stand below each other in an answer. */
    static boolean isChoice(String text) {
        return !text.isBlank()
                && text.codePointCount(0, text.length()) <= LONGEST_CHOICE
                && text.equals(text.strip())
                && text.indexOf('\0') < 0
                && text.lines().count() == 1;
    }

    private void write(CircleId circle, List<Question> questions) {
        db.sql("delete from circles.question where circle_id = :circle")
                .with("circle", circle)
                .run();
        var position = 0;
        for (var question : questions) {
            position++;
            db.sql("""
                    insert into circles.question (circle_id, position, body, kind, required, choices)
                    values (:circle, :position, :body, :kind, :required, :choices)
                    """)
                    .with("circle", circle)
                    .with("position", position)
                    .with("body", question.text())
                    .with("kind", question.kind())
                    .with("required", question.required())
                    .with("choices", question.kept())
                    .run();
        }
    }

    /** One tag became another, or is no more; choices name it no longer. */
    @Transactional
    public void follow(CircleId circle, UUID from, @Nullable UUID into) {
        lock(circle);
        var before = texts.questions(circle);
        var after = before.stream().map(asked -> asked.following(from, into)).toList();
        if (!after.equals(before)) {
            write(circle, after);
        }
    }
}
