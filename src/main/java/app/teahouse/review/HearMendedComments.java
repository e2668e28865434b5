package app.teahouse.review;

import app.teahouse.comments.CommentMended;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** A comment that its writer changed while it was hidden comes back into the queue, if staff had asked for that. */
@Component
class HearMendedComments implements Listener<CommentMended> {
    private final ItemRows rows;

    HearMendedComments(ItemRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<CommentMended> event() {
        return CommentMended.class;
    }

    @Override
    public void on(CommentMended event) {
        rows.mended(event.circle(), "comment", event.comment().value(), event.at());
    }
}
