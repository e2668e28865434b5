package app.teahouse.questions;

import app.teahouse.circles.Question;
import java.util.List;

/** What somebody was asked, and beside each question what they answered, which may be nothing. {@link Replies} make it. */
public record Said(List<Question> asked, List<String> answers) {
    public static final Said NOTHING = new Said(List.of(), List.of());

    public List<String> words() {
        return asked.stream().map(Question::text).toList();
    }
}
