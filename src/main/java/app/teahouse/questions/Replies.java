package app.teahouse.questions;

import app.teahouse.circles.Question;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.web.Form;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody answers, bound to the words of the questions that they read: the owner may move, change and remove questions while a form is
 * open or an order waits. Of several choices each stands on a line of its own.
 *
 * @param asked the words above each answer; null where answers come in the order of the questions as they are
 */
public record Replies(@Nullable List<String> asked, List<String> answers) {
    public static final Replies NONE = new Replies(null, List.of());
    private static final int LONGEST = 1000;

    /** As many as are read of a circle; an archive may bring more than one may ask. */
    private static final int MOST = 20;

    public static Replies inOrder(List<String> answers) {
        return new Replies(null, answers);
    }

    /** What stands in a form's fields {@code answer1} and on, below what it says was asked, {@code asked1} and on. */
    public static Replies of(Form form) {
        return new Replies(
                form.has("asked") ? all(i -> form.value("asked" + i)) : null,
                all(i -> String.join("\n", form.values("answer" + i))
                        .replace("\r\n", "\n")
                        .strip()));
    }

    private interface Field {
        String at(int number);
    }

    private static List<String> all(Field field) {
        return IntStream.rangeClosed(1, MOST).mapToObj(field::at).toList();
    }

    /**
     * What a program sent; what is missing in it is an empty answer.
     *
     * @param questions in whose words, or null for the order of the questions as they are
     */
    public static Replies of(@Nullable List<String> questions, @Nullable List<String> answers) {
        return new Replies(questions == null ? null : readable(questions), readable(answers));
    }

    private static List<String> readable(@Nullable List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream()
                        .limit(MOST)
                        .map(text -> Objects.requireNonNullElse(text, "").strip())
                        .toList();
    }

    /**
     * What of it is kept under the questions as they are now. They are read once, in the transaction that keeps it.
     *
     * @throws Refusal {@code question.changed} where an answer would be lost, or one is missing of which they could not know; else faults of
     *     the fields, which are called answer1 and on, in the order of now
     */
    public Said to(List<Question> now) {
        var places = asked == null ? null : places(asked, now);
        var said = new ArrayList<>(Collections.nCopies(now.size(), ""));
        for (var i = 0; i < answers.size(); i++) {
            var place = places == null ? (i < now.size() ? i : -1) : i < places.size() ? places.get(i) : -1;
            if (place >= 0) {
                said.set(place, answers.get(i).strip());
            } else if (places != null && !answers.get(i).isBlank()) {
                throw changed();
            }
        }
        var seen = IntStream.range(0, now.size())
                .filter(i -> places == null || places.contains(i))
                .boxed()
                .toList();
        if (IntStream.range(0, now.size())
                .anyMatch(i -> !seen.contains(i) && now.get(i).required())) {
            throw changed();
        }
        check(now, said);
        return new Said(
                seen.stream().map(now::get).toList(),
                seen.stream().map(said::get).toList());
    }

    private static Refusal changed() {
        return Refusal.conflict("question.changed");
    }

    /** Where each question stands by now, or -1. Of several in the same words the first is the first. */
    static List<Integer> places(List<String> asked, List<Question> now) {
        var free = new HashMap<String, ArrayDeque<Integer>>();
        for (var i = 0; i < now.size(); i++) {
            free.computeIfAbsent(plain(now.get(i).text()), _ -> new ArrayDeque<>())
                    .add(i);
        }
        return asked.stream()
                .map(words -> {
                    var places = free.get(plain(words));
                    return places == null || places.isEmpty() ? -1 : places.remove();
                })
                .toList();
    }

    /** As it comes back from a form. */
    private static String plain(String words) {
        return words.replaceAll("\\R", " ").strip();
    }

    private static void check(List<Question> asked, List<String> answers) {
        var faults = new Faults();
        for (var i = 0; i < asked.size(); i++) {
            check(faults, "answer" + (i + 1), asked.get(i), answers.get(i));
        }
        faults.refuse();
    }

    private static void check(Faults faults, String field, Question asked, String answer) {
        faults.require(!asked.required() || !answer.isBlank(), field, "field.missing");
        if (asked.isOpen()) {
            faults.atMost(field, answer, LONGEST);
            return;
        }
        var chosen = answer.strip().lines().toList();
        var known = asked.choices().stream().map(Question.Choice::text).toList();
        faults.require(known.containsAll(chosen), field, "field.unknown-choice")
                .require(chosen.stream().distinct().count() == chosen.size(), field, "field.unknown-choice")
                .require(asked.isOfMany() || chosen.size() <= 1, field, "field.unknown-choice");
    }

    /**
     * What was looked at when it was said, days ago, and is kept whatever is asked by now. A question that is asked no more stays one in its
     * own words; only what is still asked in the same words gives tags.
     */
    public Said ofThatDay(List<Question> now) {
        if (asked == null) {
            var both = Math.min(now.size(), answers.size());
            return new Said(now.subList(0, both), answers.subList(0, both));
        }
        var places = places(asked, now);
        var both = Math.min(asked.size(), answers.size());
        return new Said(
                IntStream.range(0, both)
                        .mapToObj(i -> places.get(i) < 0 ? Question.open(asked.get(i)) : now.get(places.get(i)))
                        .toList(),
                answers.subList(0, both));
    }
}
