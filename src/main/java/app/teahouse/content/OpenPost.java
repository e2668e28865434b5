package app.teahouse.content;

import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff let everybody read one post, with its pictures, as a free preview of the circle, or keep it to members again. */
@Component
public class OpenPost {
    private final Db db;
    private final PostRows rows;
    private final StoredFiles storedFiles;

    OpenPost(Db db, PostRows rows, StoredFiles storedFiles) {
        this.db = db;
        this.rows = rows;
        this.storedFiles = storedFiles;
    }

    @Transactional
    public Post.Facts open(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key).live().facts();
        var html = set(post, true);
        var files = CircleText.ids(html);
        if (!files.isEmpty()) {
            storedFiles.show(staff.circle(), files);
        }
        return post;
    }

    @Transactional
    Post.Facts close(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key).facts();
        set(post, false);
        return post;
    }

    private String set(Post.Facts post, boolean preview) {
        return db.sql("""
                update content.post
                   set preview = :preview
                 where circle_id = :circle and post_id = :id
                returning html
                """)
                .with("circle", post.circle())
                .with("id", post.id())
                .with("preview", preview)
                .one(String.class);
    }
}
