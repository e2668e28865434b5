package app.teahouse.columns;

import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Surface;
import org.springframework.stereotype.Component;

/** Columns for tests, each new. */
@Component
public class SomeColumns {
    private final WriteColumn writeColumn;
    private final Arrange arrange;
    private final Gate gate;

    SomeColumns(WriteColumn writeColumn, Arrange arrange, Gate gate) {
        this.writeColumn = writeColumn;
        this.arrange = arrange;
        this.gate = gate;
    }

    /** Answers the number of a column that members see, with these posts in it. */
    public long published(Member editor, String name, boolean course, long... posts) {
        var speaker = gate.speaker(editor, Surface.POST);
        var column = writeColumn.begin(speaker, new ColumnText(name, "", course, true));
        for (var post : posts) {
            arrange.add(speaker, column, post, null);
        }
        return column;
    }
}
