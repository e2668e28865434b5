package app.teahouse.home;

import java.util.List;

/** A new owner's first steps and how far they are. */
public record FirstStepsView(List<Step> steps) {

    /**
     * @param key the last part of its message keys
     * @param url where it is done
     */
    public record Step(String key, String url, int done, int of) {
        public boolean isDone() {
            return done >= of;
        }
    }

    public boolean isDone() {
        return steps.stream().allMatch(Step::isDone);
    }

    public long doneSteps() {
        return steps.stream().filter(Step::isDone).count();
    }

    /** In hundredths, with each step worth the same. */
    public int percent() {
        return (int) steps.stream()
                .mapToInt(step -> 100 * step.done() / step.of())
                .average()
                .orElse(100);
    }

    /** The one to do now. */
    public String next() {
        return steps.stream()
                .filter(step -> !step.isDone())
                .map(Step::key)
                .findFirst()
                .orElse("");
    }
}
