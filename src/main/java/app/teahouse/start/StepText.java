package app.teahouse.start;

import app.teahouse.kernel.Faults;
import org.jspecify.annotations.Nullable;

/**
 * What somebody typed about a step.
 *
 * @param title may be missing where the step leads to a post or column, whose title is shown then
 * @param note a sentence or two below it
 * @param number of the post or column
 */
public record StepText(
        StepKind kind,
        @Nullable String title,
        @Nullable String note,
        @Nullable Long number) {
    static final int LONGEST_TITLE = 80;
    static final int LONGEST_NOTE = 300;

    void check() {
        var faults = new Faults();
        if (leadsOn()) {
            faults.atMost("title", title, LONGEST_TITLE).require(number != null, "number", "start.no-target");
        } else {
            faults.text("title", title, LONGEST_TITLE);
        }
        faults.atMost("note", note, LONGEST_NOTE).refuse();
    }

    boolean leadsOn() {
        return kind == StepKind.POST || kind == StepKind.COLUMN;
    }

    String goodTitle() {
        return title == null ? "" : title.strip();
    }

    String goodNote() {
        return note == null ? "" : note.strip();
    }
}
