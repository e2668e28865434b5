package app.teahouse.demo;

import app.teahouse.content.PostId;
import app.teahouse.homework.AskForHomework;
import app.teahouse.homework.GradeHomework;
import app.teahouse.homework.HandInHomework;
import app.teahouse.homework.Peers;
import app.teahouse.homework.Scale;
import app.teahouse.homework.Terms;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Surface;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sets a task at the end of a column, and lets some members answer it: {@code grade} says who grades an answer, how, and why. */
@Component
class WriteHomework {
    private final Texts texts;
    private final Db db;
    private final AskForHomework askForHomework;
    private final HandInHomework handInHomework;
    private final GradeHomework gradeHomework;

    WriteHomework(
            Texts texts,
            Db db,
            AskForHomework askForHomework,
            HandInHomework handInHomework,
            GradeHomework gradeHomework) {
        this.texts = texts;
        this.db = db;
        this.askForHomework = askForHomework;
        this.handInHomework = handInHomework;
        this.gradeHomework = gradeHomework;
    }

    /** The first entry is the task, the others are what was handed in. */
    void write(Stage stage, Timeline timeline) {
        var entries = texts.entries(stage.folder() + "/homework.md");
        if (entries.isEmpty()) {
            return;
        }
        var task = entries.getFirst();
        var number = new long[1];
        timeline.add(stage.moments().of(task.text("at")), () -> number[0] = ask(stage, task));
        for (var entry : entries.subList(1, entries.size())) {
            var at = stage.moments().of(entry.text("at"));
            var handed = new long[1];
            timeline.add(at, () -> handed[0] = handIn(stage, entry, number[0]));
            entry.maybe("grade").ifPresent(text -> {
                var parts = Entry.split(text, "\\|");
                timeline.add(stage.moments().after(at, parts.get(1)), () -> grade(stage, handed[0], parts));
            });
        }
    }

    private long ask(Stage stage, Entry task) {
        var last = LocalDate.ofInstant(stage.moments().now(), stage.moments().zone())
                .plusDays(Moments.length(task.text("due")).toDays());
        return askForHomework.begin(
                stage.speaker(task.text("by"), Surface.POST),
                new AskForHomework.Asked(
                        new PostId(Ids.next()),
                        task.text("title"),
                        stage.illustrated(task.body()),
                        column(stage, task.text("column"))),
                new Terms(last, 48, 3, Peers.AFTER, Scale.PASS),
                List.of());
    }

    private long column(Stage stage, String name) {
        return db.sql("select number from columns.series where circle_id = :circle and name = :name")
                .with("circle", stage.circle())
                .with("name", name)
                .one(Long.class);
    }

    private long handIn(Stage stage, Entry entry, long task) {
        var speaker = stage.speaker(entry.text("by"), Surface.HOMEWORK);
        return handInHomework
                .handIn(speaker, task, stage.illustrated(entry.body()), 0)
                .number();
    }

    private void grade(Stage stage, long post, List<String> parts) {
        gradeHomework.grade(
                stage.speaker(parts.getFirst(), Surface.COMMENT),
                post,
                new GradeHomework.Asked(parts.get(2), parts.get(3), 1, null));
    }
}
