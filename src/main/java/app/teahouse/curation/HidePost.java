package app.teahouse.curation;

import app.teahouse.circles.Pulse;
import app.teahouse.content.Post;
import app.teahouse.content.PostKey;
import app.teahouse.content.PostMarks;
import app.teahouse.content.PostRows;
import app.teahouse.content.ReleasePost;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Faults;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Settled;
import app.teahouse.kernel.Staff;
import app.teahouse.tags.Tags;
import java.time.Clock;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The staff take a post out of sight, for a reason its author is told, or put it back. */
@Component
public class HidePost {
    static final int LONGEST_REASON = 500;

    private final Clock clock;
    private final PostRows rows;
    private final PostMarks marks;
    private final Tags tags;
    private final Pulse pulse;
    private final ReleasePost releasePost;
    private final Events events;

    HidePost(
            Clock clock,
            PostRows rows,
            PostMarks marks,
            Tags tags,
            Pulse pulse,
            ReleasePost releasePost,
            Events events) {
        this.clock = clock;
        this.rows = rows;
        this.marks = marks;
        this.tags = tags;
        this.pulse = pulse;
        this.releasePost = releasePost;
        this.events = events;
    }

    @Transactional
    public Post.Facts hide(Staff staff, PostKey key, @Nullable String why) {
        new Faults().text("reason", why, LONGEST_REASON).refuse();
        var found = rows.lock(staff.circle(), key).hideable(staff);
        var post = found.facts();
        marks.hide(staff, post.id(), Objects.requireNonNull(why).strip(), clock.instant());
        if (found instanceof Post.Live) {
            tags.unshown(staff.circle(), post.id());
            pulse.countPosts(staff.circle(), -1);
        } else if (found instanceof Post.Held) {
            events.publish(new Settled(
                    staff.circle(), Matter.POST, post.id().value(), staff.account(), true, clock.instant()));
        }
        tell(staff, post, true, why.strip());
        return post;
    }

    @Transactional
    public Post.Facts unhide(Staff staff, PostKey key) {
        if (!(rows.lock(staff.circle(), key) instanceof Post.Hidden hidden)) {
            throw Refusal.conflict("post.not-hidden");
        }
        var post = hidden.facts();
        post.mustBeBelow(staff.member());
        if (post.number() == null) {
            return releasePost.release(staff, key);
        }
        marks.unhide(staff, post.id());
        if (!post.isApart()) {
            tags.showing(staff.circle(), post.id());
            tags.shown(staff.circle(), post.id(), Objects.requireNonNull(post.number()));
            pulse.countPosts(staff.circle(), 1);
        }
        tell(staff, post, false, "");
        return post;
    }

    private void tell(Staff staff, Post.Facts post, boolean hidden, String why) {
        events.publish(new PostHidden(
                staff.circle(),
                post.id(),
                post.number(),
                post.author(),
                post.title(),
                post.excerpt(),
                staff.account(),
                staff.member().standing().alias(),
                hidden,
                why,
                clock.instant()));
    }
}
