package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.drafts.CircleText;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Face;
import app.teahouse.kernel.Findable;
import app.teahouse.luggage.Arrival;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps comments that were written elsewhere below a post that came in, under their names and with their days. Nobody here is made
 * to have said them, and nobody is told.
 */
@Component
public class KeepImportedComments {
    public static final int LONGEST = CommentText.LONGEST;

    private final Db db;
    private final CircleText circleText;
    private final Posts posts;
    private final Findable findable;

    KeepImportedComments(Db db, CircleText circleText, Posts posts, Findable findable) {
        this.db = db;
        this.circleText = circleText;
        this.posts = posts;
        this.findable = findable;
    }

    /**
     * A comment on its way in.
     *
     * @param key what it is known by below its post
     * @param answers the key of the comment it answers, which comes before it; or null
     * @param byline who wrote it, or empty
     */
    public record Said(String key, @Nullable String answers, String byline, Instant at, String body) {}

    /** Where a comment stands: its thread, and the moment by which it is sorted. */
    private record Kept(CommentId id, UUID thread, long millis) {}

    /**
     * Runs in the transaction that keeps the post. What is here already is left as it is.
     *
     * @param importKey what the post is known by
     */
    @Transactional
    public void keep(Face circle, String importKey, List<Said> said) {
        var post = db.sql("select post_id from content.post where circle_id = :circle and import_key = :key")
                .with("circle", circle.id())
                .with("key", importKey)
                .maybe((row, n) -> new PostId(Db.uuid(row, 1)));
        if (post.isEmpty() || said.isEmpty()) {
            return;
        }
        var kept = new HashMap<String, Kept>();
        var fresh = 0;
        for (var i = 0; i < said.size(); i++) {
            var one = said.get(i);
            var form = Arrival.uuid("comment " + circle.id().value() + " " + importKey + " " + one.key());
            var place = place(one, i, form, kept);
            kept.put(one.key(), place);
            fresh += keep(circle, post.get(), one, form, place, kept);
        }
        posts.countComments(circle.id(), post.get(), fresh);
    }

    /** An answer stands behind what it answers, whatever the days say. */
    private static Kept place(Said one, int index, UUID form, Map<String, Kept> kept) {
        var parent = one.answers() == null ? null : kept.get(one.answers());
        var millis = Math.max(0, one.at().toEpochMilli());
        if (parent != null) {
            millis = Math.max(millis, parent.millis() + 1);
        }
        var id = new CommentId(new UUID((millis << 16) | 0x7000L | (index & 0xFFFL), form.getLeastSignificantBits()));
        return new Kept(id, parent == null ? id.value() : parent.thread(), millis);
    }

    private int keep(Face circle, PostId post, Said one, UUID form, Kept place, Map<String, Kept> kept) {
        var done = circleText.hold(circle, place.id().holder(), one.body(), circleText.render(circle, one.body()));
        var parent = one.answers() == null ? null : kept.get(one.answers());
        var fresh = db.sql("""
                insert into comments.comment
                       (circle_id, comment_id, post_id, thread_id, reply_to, form_id, author_id, byline, body, html, state, made_at)
                values (:circle, :id, :post, :thread, :replyTo, :form, :nobody, :byline, :body, :html, 'live', :at)
                on conflict (circle_id, form_id) do nothing
                """)
                .with("circle", circle.id())
                .with("id", place.id())
                .with("post", post)
                .with("thread", place.thread())
                .with("replyTo", parent == null ? null : parent.id())
                .with("form", form)
                .with("nobody", nobody(circle.id()))
                .with("byline", one.byline().isBlank() ? null : one.byline())
                .with("body", one.body())
                .with("html", done.html())
                .with("at", one.at())
                .run();
        findable.comment(circle.id(), place.id());
        return fresh;
    }

    private static AccountId nobody(CircleId circle) {
        return Arrival.placeholder(circle, 0);
    }
}
