package app.teahouse.content;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff let everybody read one post, as a free preview of the circle, or keep it to members again. */
@Component
class OpenPost {
    private final Db db;
    private final PostRows rows;

    OpenPost(Db db, PostRows rows) {
        this.db = db;
        this.rows = rows;
    }

    @Transactional
    Post.Facts open(Staff staff, PostKey key, boolean preview) {
        var post = rows.lock(staff.circle(), key).live().facts();
        db.sql("update content.post set preview = :preview where circle_id = :circle and post_id = :id")
                .with("circle", staff.circle())
                .with("id", post.id())
                .with("preview", preview)
                .run();
        return post;
    }
}
