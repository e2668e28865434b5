package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.drafts.CircleText;
import app.teahouse.drafts.PostText;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Keeps the words of homework as a post that stands apart: it has a page, comments and reactions, and no list of the circle's posts
 * has it. Room {@code homework} decides whether it is taken, and calls within its transaction.
 */
@Component
public class HandIn {
    private static final long SMALLEST_BLOCK = 20;
    private static final long LARGEST_BLOCK = 5_000;

    private final Db db;
    private final PostRows rows;
    private final CircleText circleText;
    private final Pulse pulse;
    private final EditPost editPost;

    HandIn(Db db, PostRows rows, CircleText circleText, Pulse pulse, EditPost editPost) {
        this.db = db;
        this.rows = rows;
        this.circleText = circleText;
        this.pulse = pulse;
        this.editPost = editPost;
    }

    /** Answers the number of the new post. */
    public long keep(Speaker speaker, PostId id, PostText text, Instant now) {
        var face = speaker.member().face();
        var done = circleText.hold(face, id.holder(), text.body(), circleText.render(face, text.body()));
        var number = nextNumber(speaker.circle());
        db.sql("""
                insert into content.post
                       (circle_id, post_id, number, kind, author_id, title, body, html, excerpt, pictures, picture_count, minutes,
                        mentioned, state, created_at, published_at, active_at, wakes, locks)
                values (:circle, :id, :number, 'homework', :author, :title, :body, :html, :excerpt, :pictures, :pictureCount,
                        :minutes, :mentioned, 'apart', :now, :now, :now, false, '{homework}')
                """)
                .with("circle", speaker.circle())
                .with("id", id)
                .with("number", number)
                .with("author", speaker.account())
                .with("title", text.title())
                .with("body", text.body())
                .with("html", done.html())
                .with("excerpt", done.excerpt())
                .withTexts("pictures", done.pictures())
                .with("pictureCount", done.pictureCount())
                .with("minutes", done.rendered().minutes())
                .withIds("mentioned", done.mentioned())
                .with("now", now)
                .run();
        return number;
    }

    /** Counts up within the block; its row makes two who hand in at once wait for each other. */
    private long nextNumber(CircleId circle) {
        return db.sql("""
                update content.apart_counter
                   set next_number = next_number + 1, taken = taken + 1
                 where circle_id = :circle and next_number <= last_number
                returning next_number - 1
                """).with("circle", circle).maybe(Long.class).orElseGet(() -> nextBlock(circle));
    }

    private long nextBlock(CircleId circle) {
        var taken = db.sql("select taken from content.apart_counter where circle_id = :circle for update")
                .with("circle", circle)
                .maybe(Long.class)
                .orElse(0L);
        var size = Math.clamp(taken, SMALLEST_BLOCK, LARGEST_BLOCK);
        var first = pulse.nextQuiet(circle, (int) size);
        db.sql("""
                insert into content.apart_counter (circle_id, next_number, last_number, taken)
                values (:circle, :next, :last, :taken)
                on conflict (circle_id) do update
                   set next_number = excluded.next_number, last_number = excluded.last_number, taken = excluded.taken
                """)
                .with("circle", circle)
                .with("next", first + 1)
                .with("last", first + size - 1)
                .with("taken", taken + 1)
                .run();
        return first;
    }

    /** Other words take the place of those handed in before, which stay in the post's history. */
    public void again(Speaker speaker, PostId id, PostText text, Instant now) {
        if (!(rows.lock(speaker.circle(), PostKey.of(id)) instanceof Post.Apart post)) {
            throw Refusal.notFound("post.unknown");
        }
        editPost.replace(speaker, post, text, now);
    }
}
