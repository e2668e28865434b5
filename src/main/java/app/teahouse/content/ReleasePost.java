package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.LetOut;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Settled;
import app.teahouse.kernel.Staff;
import app.teahouse.tags.Tags;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff let out a post that rules held, also one they hid while it was held: it is published as if it had just been written, or waits
 * for its moment. One that was read before it was changed comes back where it stood.
 */
@Component
public class ReleasePost {
    private final Db db;
    private final Clock clock;
    private final PostRows rows;
    private final ComesOut comesOut;
    private final Tags tags;
    private final Pulse pulse;
    private final Events events;

    ReleasePost(Db db, Clock clock, PostRows rows, ComesOut comesOut, Tags tags, Pulse pulse, Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.comesOut = comesOut;
        this.tags = tags;
        this.pulse = pulse;
        this.events = events;
    }

    /** Answers the post as it stands now. */
    @Transactional
    public Post.Facts release(Staff staff, PostKey key) {
        var post = rows.lock(staff.circle(), key);
        post.facts().mustBeBelow(staff.member());
        var now = clock.instant();
        switch (post) {
            case Post.Held(var facts, var publishAt) -> letOut(facts, publishAt, now);
            case Post.Hidden hidden when hidden.facts().number() == null -> letOut(hidden.facts(), null, now);
            default -> throw Refusal.conflict("post.not-held");
        }
        events.publish(
                new Settled(staff.circle(), Matter.POST, post.facts().id().value(), staff.account(), false, now));
        var out = rows.lock(staff.circle(), PostKey.of(post.facts().id()));
        if (out instanceof Post.Live(var facts)) {
            tell(facts, now);
        }
        return out.facts();
    }

    private void tell(Post.Facts out, Instant now) {
        if (out.author() != null && out.number() != null) {
            events.publish(new LetOut(
                    out.circle(),
                    Matter.POST,
                    out.id().value(),
                    out.number(),
                    out.author(),
                    Posts.named(out.title(), out.excerpt(), out.number()),
                    now));
        }
    }

    private void letOut(Post.Facts post, @Nullable Instant publishAt, Instant now) {
        if (post.number() != null) {
            comeBack(post, post.number());
        } else if (publishAt != null && publishAt.isAfter(now)) {
            state(post, "scheduled");
        } else {
            comesOut.publish(post.circle(), post.id(), now);
        }
    }

    private void comeBack(Post.Facts post, long number) {
        state(post, "live");
        tags.showing(post.circle(), post.id());
        tags.shown(post.circle(), post.id(), number);
        pulse.countPosts(post.circle(), 1);
    }

    private void state(Post.Facts post, String state) {
        db.sql("update content.post set state = :state, held_at = null where circle_id = :circle and post_id = :id")
                .with("circle", post.circle())
                .with("id", post.id())
                .with("state", state)
                .run();
    }
}
