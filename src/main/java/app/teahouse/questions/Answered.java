package app.teahouse.questions;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What somebody answered when they joined, in the words of that day.
 *
 * @param state how far it is: of who is not in yet, kept, or put away unanswered
 */
public record Answered(State state, List<Pair> pairs, Instant at) {

    public enum State {
        WAITING,
        KEPT,
        SKIPPED
    }

    /** @param answer several choices stand on lines of their own */
    public record Pair(String question, String answer) {

        public List<String> lines() {
            return answer.lines().toList();
        }
    }

    static List<Pair> pairs(List<String> questions, List<String> answers) {
        return IntStream.range(0, questions.size())
                .mapToObj(i -> new Pair(questions.get(i), answers.get(i)))
                .toList();
    }

    public boolean isSkipped() {
        return state == State.SKIPPED;
    }
}
