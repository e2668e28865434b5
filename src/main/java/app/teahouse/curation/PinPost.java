package app.teahouse.curation;

import app.teahouse.content.Post;
import app.teahouse.content.PostId;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostMarks;
import app.teahouse.content.PostRows;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff keep a post at the top of the feed: several, in an order, each until a day or until it is unpinned. */
@Component
public class PinPost {
    static final int MOST = 5;

    private final Db db;
    private final Clock clock;
    private final PostRows rows;
    private final PostMarks marks;

    PinPost(Db db, Clock clock, PostRows rows, PostMarks marks) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.marks = marks;
    }

    /** A pinned post gets the new end and keeps its place. */
    @Transactional
    public Post.Facts pin(Staff staff, PostKey key, @Nullable Instant until) {
        var now = clock.instant();
        new Faults()
                .require(until == null || until.isAfter(now), "until", "post.moment-past")
                .refuse();
        var post = rows.lock(staff.circle(), key).live().facts();
        var order = nextOrder(staff.circle());
        if (others(staff.circle(), post.id(), now) >= MOST) {
            throw Refusal.conflict("post.too-many-pins").with("most", MOST);
        }
        marks.pin(staff, post.id(), order, until, now);
        return post;
    }

    /** The counter's row makes two who pin at once wait for each other, so that both are counted. */
    private long nextOrder(CircleId circle) {
        return db.sql("""
                insert into curation.pin_counter as c (circle_id, last_order)
                values (:circle, 1)
                on conflict (circle_id) do update set last_order = c.last_order + 1
                returning last_order
                """).with("circle", circle).one(Long.class);
    }

    private int others(CircleId circle, PostId post, Instant now) {
        return db.sql("""
                select count(*)
                  from content.post
                 where circle_id = :circle and state = 'live' and pinned_order is not null and post_id <> :id
                   and (pinned_until is null or pinned_until > :now)
                """)
                .with("circle", circle)
                .with("id", post)
                .with("now", now)
                .one(Integer.class);
    }

    @Transactional
    Post.Facts unpin(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key).facts();
        marks.unpin(staff, post.id());
        return post;
    }

    /** Puts a pinned post in front of all others; with it, any order can be made. */
    @Transactional
    Post.Facts toTheTop(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key).live().facts();
        nextOrder(staff.circle());
        marks.pinFirst(staff, post.id());
        return post;
    }
}
