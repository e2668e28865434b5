package app.teahouse.demo;

import app.teahouse.columns.Arrange;
import app.teahouse.columns.ColumnText;
import app.teahouse.columns.MarkDone;
import app.teahouse.columns.SectionId;
import app.teahouse.columns.Sections;
import app.teahouse.columns.SetTier;
import app.teahouse.columns.WriteColumn;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Surface;
import java.util.ArrayList;
import org.springframework.stereotype.Component;

/** Puts posts of a circle into columns: a line with {@code #} begins a section, a line with {@code -} names a post by its title. */
@Component
class WriteColumns {
    /** How many parts of a course its readers have done by now. */
    private static final int DONE = 4;

    private final Texts texts;
    private final Db db;
    private final WriteColumn writeColumn;
    private final Sections sections;
    private final Arrange arrange;
    private final MarkDone markDone;
    private final SetTier setTier;

    WriteColumns(
            Texts texts,
            Db db,
            WriteColumn writeColumn,
            Sections sections,
            Arrange arrange,
            MarkDone markDone,
            SetTier setTier) {
        this.texts = texts;
        this.db = db;
        this.writeColumn = writeColumn;
        this.sections = sections;
        this.arrange = arrange;
        this.markDone = markDone;
        this.setTier = setTier;
    }

    /** A column whose readers are named is a course. */
    void write(Stage stage, Timeline timeline) {
        for (var entry : texts.entries(stage.folder() + "/columns*.md")) {
            timeline.add(stage.moments().of(entry.text("at")), () -> write(stage, entry));
        }
    }

    private void write(Stage stage, Entry entry) {
        var speaker = stage.speaker(entry.text("by"), Surface.POST);
        var text = new ColumnText(entry.text("title"), entry.text("promise"), entry.has("done"), true);
        var column = writeColumn.begin(speaker, text);
        entry.maybe("tier")
                .ifPresent(tier -> setTier.set(stage.staff(entry.text("by")), column, Integer.parseInt(tier)));
        var posts = new ArrayList<Long>();
        SectionId section = null;
        for (var line : entry.body().lines().toList()) {
            if (line.startsWith("# ")) {
                section = sections.add(speaker, column, line.substring(2));
            } else if (line.startsWith("- ")) {
                var post = titled(stage, line.substring(2));
                arrange.add(speaker, column, post, section);
                posts.add(post);
            }
        }
        for (var who : entry.list("done")) {
            posts.stream().limit(DONE).forEach(post -> markDone.done(stage.member(who), post));
        }
    }

    private long titled(Stage stage, String title) {
        return db.sql("select number from content.post where circle_id = :circle and title = :title and state = 'live'")
                .with("circle", stage.circle())
                .with("title", title)
                .maybe(Long.class)
                .orElseThrow(() -> new IllegalArgumentException("No post is called " + title));
    }
}
