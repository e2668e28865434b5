package app.teahouse.review;

import app.teahouse.content.PostEdited;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** A post that waits in the queue is in a new turn once its writer changed it: who saw the old words decides nothing about the new ones. */
@Component
class HearEditedPosts implements Listener<PostEdited> {
    private final ItemRows rows;

    HearEditedPosts(ItemRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<PostEdited> event() {
        return PostEdited.class;
    }

    @Override
    public void on(PostEdited event) {
        rows.changed(event.circle(), "post", event.post().value());
    }
}
