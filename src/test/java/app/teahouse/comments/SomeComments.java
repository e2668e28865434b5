package app.teahouse.comments;

import app.teahouse.kernel.Gate;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Surface;
import org.springframework.stereotype.Component;

/** Comments for tests, each new. */
@Component
public class SomeComments {
    private final Gate gate;
    private final WriteComment writeComment;

    SomeComments(Gate gate, WriteComment writeComment) {
        this.gate = gate;
        this.writeComment = writeComment;
    }

    public CommentId someComment(Member author, long post, String text) {
        return writeComment.write(
                gate.speaker(author, Surface.COMMENT), new WriteComment.Asked(Ids.next(), post, null, text));
    }
}
