package app.teahouse.content;

import app.teahouse.drafts.CircleText;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes the page of a post anew from the words it has, because something they refer to is there now. Nobody edited anything: its
 * words, its history, its place in the feed and what is unread stay as they are.
 */
@Component
public class RenderAgain {
    private final Db db;
    private final CircleText circleText;
    private final StoredFiles storedFiles;

    RenderAgain(Db db, CircleText circleText, StoredFiles storedFiles) {
        this.db = db;
        this.circleText = circleText;
        this.storedFiles = storedFiles;
    }

    private record Row(PostId id, String body, String html, boolean preview) {}

    /** The post is locked before it is read, so that an author who edits it meanwhile is not undone. */
    @Transactional
    public void again(Face circle, long number) {
        db.sql("""
                select post_id, body, html, preview
                  from content.post
                 where circle_id = :circle and number = :number and not erased
                   for no key update
                """)
                .with("circle", circle.id())
                .with("number", number)
                .maybe((row, n) ->
                        new Row(new PostId(Db.uuid(row, 1)), row.getString(2), row.getString(3), row.getBoolean(4)))
                .ifPresent(post -> again(circle, post));
    }

    private void again(Face circle, Row post) {
        var done = circleText.render(circle, post.body());
        if (done.html().equals(post.html())) {
            return;
        }
        write(circle.id(), post.id(), done);
        if (post.preview()) {
            storedFiles.show(circle.id(), CircleText.ids(done.html()));
        }
    }

    private void write(CircleId circle, PostId id, CircleText.Done done) {
        db.sql("""
                update content.post
                   set html = :html, excerpt = :excerpt, pictures = :pictures, picture_count = :pictureCount, minutes = :minutes
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .with("html", done.html())
                .with("excerpt", done.excerpt())
                .withTexts("pictures", done.pictures())
                .with("pictureCount", done.pictureCount())
                .with("minutes", done.rendered().minutes())
                .run();
    }
}
