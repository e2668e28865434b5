package app.teahouse.demo;

import app.teahouse.kernel.Db;
import app.teahouse.start.ArrangeSteps;
import app.teahouse.start.StepKind;
import app.teahouse.start.StepText;
import org.springframework.stereotype.Component;

/** Sets the steps before a circle's newcomers. */
@Component
class SetSteps {
    private final Texts texts;
    private final ArrangeSteps arrangeSteps;

    SetSteps(Texts texts, ArrangeSteps arrangeSteps) {
        this.texts = texts;
        this.arrangeSteps = arrangeSteps;
    }

    void set(Stage stage, Timeline timeline, String owner) {
        for (var entry : texts.entries(stage.folder() + "/start*.md")) {
            timeline.add(
                    stage.moments().of(entry.text("at")),
                    () -> arrangeSteps.add(
                            stage.staff(owner),
                            new StepText(
                                    Db.constant(StepKind.class, entry.text("kind")),
                                    entry.maybe("title").orElse(null),
                                    entry.body(),
                                    entry.maybe("column").map(Long::valueOf).orElse(null))));
        }
    }
}
