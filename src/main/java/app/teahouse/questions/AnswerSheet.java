package app.teahouse.questions;

import app.teahouse.circles.Question;
import app.teahouse.web.Form;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A form as it is shown again: each answer stands below the question that it was given to, wherever that is by now.
 *
 * @param lost what was typed and has no place any more, for whoever typed it to take along
 */
public record AnswerSheet(Form form, List<Answered.Pair> lost) {

    public static AnswerSheet of(Form form, List<Question> now) {
        var said = Replies.of(form);
        var asked = said.asked();
        if (asked == null) {
            return new AnswerSheet(form, List.of());
        }
        var places = Replies.places(asked, now);
        var fields = new HashMap<String, List<String>>();
        IntStream.rangeClosed(1, now.size()).forEach(number -> fields.put("answer" + number, List.of()));
        var lost = new ArrayList<Answered.Pair>();
        for (var i = 0; i < asked.size(); i++) {
            var place = places.get(i);
            var answer = said.answers().get(i);
            var stays = place < 0 ? "" : fitting(now.get(place), answer);
            if (place >= 0) {
                fields.put(
                        "answer" + (place + 1),
                        now.get(place).isOpen() ? List.of(stays) : stays.lines().toList());
            }
            if (stays.isEmpty() && !answer.isEmpty()) {
                lost.add(new Answered.Pair(asked.get(i), answer));
            }
        }
        return new AnswerSheet(form.with(fields), lost);
    }

    /** All of it, or nothing where it holds what cannot be chosen. */
    private static String fitting(Question asked, String answer) {
        var known = asked.choices().stream().map(Question.Choice::text).toList();
        return asked.isOpen() || known.containsAll(answer.lines().toList()) ? answer : "";
    }
}
