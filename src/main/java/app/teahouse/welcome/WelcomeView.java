package app.teahouse.welcome;

import java.util.List;

/**
 * What a newcomer finds: the owner's words, and what to do first.
 *
 * @param html the owner's words with their name in them; empty for none
 * @param isAsked whether the circle has questions for them that wait
 * @param isAway whether they put it away
 */
public record WelcomeView(String url, String html, List<Step> steps, boolean isAway, boolean isAsked) {

    /** @param path where it is done, behind the circle's address */
    public record Step(FirstStep task, String path, boolean done) {

        public String key() {
            return task.key();
        }
    }

    public long done() {
        return steps.stream().filter(Step::done).count();
    }

    public boolean isDone() {
        return done() == steps.size();
    }
}
