package app.teahouse.curation;

import app.teahouse.content.Post;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostMarks;
import app.teahouse.content.PostRows;
import app.teahouse.drafts.CircleText;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.Staff;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff let everybody read one post, with its pictures, as a free preview of the circle, or keep it to members again. */
@Component
public class OpenPost {
    private final PostRows rows;
    private final PostMarks marks;
    private final StoredFiles storedFiles;

    OpenPost(PostRows rows, PostMarks marks, StoredFiles storedFiles) {
        this.rows = rows;
        this.marks = marks;
        this.storedFiles = storedFiles;
    }

    @Transactional
    public Post.Facts open(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key).live().facts();
        var html = marks.preview(staff, post.id(), true);
        var files = CircleText.ids(html);
        if (!files.isEmpty()) {
            storedFiles.show(staff.circle(), files);
        }
        return post;
    }

    @Transactional
    public Post.Facts close(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key).facts();
        marks.preview(staff, post.id(), false);
        return post;
    }
}
