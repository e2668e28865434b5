package app.teahouse.timeline;

import app.teahouse.kernel.Member;
import app.teahouse.web.Frame;
import java.util.List;
import java.util.Set;

/** What one room knows of what happened with a member. Rooms bring it as beans; each is one statement that goes on by an index. */
public interface Lines {

    /** What a reader of a timeline may choose. */
    enum Group {
        COMING,
        WORDS,
        MONEY,
        ORDER
    }

    /** To which its lines belong; of another group it is not asked. */
    Set<Group> groups();

    /** To which this one belongs. */
    default Group group(Line line) {
        return groups().iterator().next();
    }

    /** Staff who are above the member ask; some things are not for all of them. */
    default boolean open(Member reader) {
        return true;
    }

    /** The newest first, at most as many as asked for. */
    List<Line> before(Before before);

    /** What a line was about, in the reader's language. */
    default String text(Frame frame, Line line) {
        return line.text();
    }

    default String quote(Frame frame, Line line) {
        return line.quote();
    }
}
