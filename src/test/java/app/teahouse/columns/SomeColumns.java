package app.teahouse.columns;

import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Surface;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Columns for tests, each new. */
@Component
public class SomeColumns {
    private final Gate gate;
    private final WriteColumn writeColumn;
    private final Arrange arrange;

    SomeColumns(Gate gate, WriteColumn writeColumn, Arrange arrange) {
        this.gate = gate;
        this.writeColumn = writeColumn;
        this.arrange = arrange;
    }

    /** Answers the number of a published column that holds these posts. */
    public long published(Owner owner, String name, Long... posts) {
        return published(
                owner.member(),
                name,
                false,
                Stream.of(posts).mapToLong(Long::longValue).toArray());
    }

    /** The same, or a course. */
    public long published(Member editor, String name, boolean course, long... posts) {
        var speaker = gate.speaker(editor, Surface.POST);
        var column = writeColumn.begin(speaker, new ColumnText(name, "", course, true));
        for (var post : posts) {
            arrange.add(speaker, column, post, null);
        }
        return column;
    }
}
