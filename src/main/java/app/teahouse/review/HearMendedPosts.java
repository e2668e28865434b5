package app.teahouse.review;

import app.teahouse.content.PostMended;
import app.teahouse.kernel.Listener;
import org.springframework.stereotype.Component;

/** A post that its writer changed while it was hidden comes back into the queue, if staff had asked for that. */
@Component
class HearMendedPosts implements Listener<PostMended> {
    private final ItemRows rows;

    HearMendedPosts(ItemRows rows) {
        this.rows = rows;
    }

    @Override
    public Class<PostMended> event() {
        return PostMended.class;
    }

    @Override
    public void on(PostMended event) {
        rows.mended(event.circle(), "post", event.post().value(), event.at());
    }
}
