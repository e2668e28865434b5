package app.teahouse.review;

import app.teahouse.comments.CommentEdited;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** A comment that its writer changed as staff had asked comes back into the queue; one that waits there is in a new turn. */
@Component
class HearEditedComments implements Listener<CommentEdited> {
    private final ItemRows rows;

    HearEditedComments(ItemRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<CommentEdited> event() {
        return CommentEdited.class;
    }

    @Override
    public void on(CommentEdited event) {
        rows.changed(event.circle(), "comment", event.comment().value());
        if (event.hidden()) {
            rows.mended(event.circle(), "comment", event.comment().value(), event.at());
        }
    }
}
