package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import app.teahouse.log.OthersWords;
import app.teahouse.tags.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The author or the staff delete a post, and whoever did may undo it for thirty days. */
@Component
public class DeletePost {
    private final Db db;
    private final Clock clock;
    private final PostRows rows;
    private final Tags tags;
    private final Pulse pulse;
    private final Events events;
    private final OthersWords others;

    DeletePost(Db db, Clock clock, PostRows rows, Tags tags, Pulse pulse, Events events, OthersWords others) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.tags = tags;
        this.pulse = pulse;
        this.events = events;
        this.others = others;
    }

    @Transactional
    public Post.Facts delete(Member member, PostKey key) {
        var post = takeAway(member, key);
        others.deleted(member, post.author(), "post", clock.instant());
        return post;
    }

    /** In the queue, which writes down itself what was decided there and why. */
    @Transactional
    public void deleteDecided(Staff staff, PostKey key) {
        takeAway(staff.member(), key);
    }

    private Post.Facts takeAway(Member member, PostKey key) {
        var post = rows.lock(member.circle(), key);
        post.mustBeDeletableBy(member);

        var now = clock.instant();
        db.sql("""
                update content.post
                   set state = 'deleted', deleted_at = :now, deleted_by = :account, pinned_order = null, pinned_until = null
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", member.circle())
                .with("id", post.facts().id())
                .with("account", member.account())
                .with("now", now)
                .run();
        if (post instanceof Post.Live) {
            tags.unshown(member.circle(), post.facts().id());
            pulse.countPosts(member.circle(), -1);
        }
        if (post instanceof Post.Live || post instanceof Post.Apart) {
            tell(member, post.facts(), true, now);
        }
        return post.facts();
    }

    @Transactional
    public Post.Facts restore(Member member, PostKey key) {
        var post = bringBack(member, key);
        others.returned(member, post.author(), clock.instant());
        return post;
    }

    /** As in {@link #deleteDecided}. */
    @Transactional
    public void restoreDecided(Staff staff, PostKey key) {
        bringBack(staff.member(), key);
    }

    private Post.Facts bringBack(Member member, PostKey key) {
        if (!(rows.lock(member.circle(), key) instanceof Post.Deleted post)) {
            throw Refusal.conflict("post.not-deleted");
        }
        var now = clock.instant();
        post.mustBeRestorableBy(member, now);

        var number = post.facts().number();
        db.sql("""
                update content.post
                   set state = :state, deleted_at = null, deleted_by = null
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", member.circle())
                .with("id", post.facts().id())
                .with("state", post.wasHidden() ? "hidden" : post.wasHeld() ? "held" : shown(post.facts()))
                .run();
        if (number != null && !post.wasHidden() && !post.wasHeld()) {
            if (!post.facts().isApart()) {
                tags.showing(member.circle(), post.facts().id());
                tags.shown(member.circle(), post.facts().id(), number);
                pulse.countPosts(member.circle(), 1);
            }
            tell(member, post.facts(), false, now);
        }
        return post.facts();
    }

    private static String shown(Post.Facts post) {
        return post.isApart() ? "apart" : post.number() == null ? "scheduled" : "live";
    }

    private void tell(Member member, Post.Facts post, boolean deleted, Instant now) {
        events.publish(new PostDeleted(
                member.circle(),
                post.id(),
                Objects.requireNonNull(post.number()),
                post.author(),
                post.title(),
                member.account(),
                deleted,
                now));
    }
}
