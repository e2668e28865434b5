package app.teahouse.start;

import java.util.List;

/** The steps before a newcomer. */
public record StepsView(String url, List<StepView> steps) {

    public int done() {
        return (int) steps.stream().filter(StepView::done).count();
    }

    public boolean isDone() {
        return done() == steps.size();
    }
}
