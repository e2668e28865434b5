package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.drafts.CircleText;
import app.teahouse.drafts.Drafts;
import app.teahouse.drafts.PostText;
import app.teahouse.files.StoredFiles;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Speaker;
import app.teahouse.tags.Tags;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The author changes the words of a post. What it said before is kept in its history, once it has been read by others. */
@Component
class EditPost {
    private final Db db;
    private final Clock clock;
    private final PostRows rows;
    private final CircleText circleText;
    private final Drafts drafts;
    private final StoredFiles storedFiles;
    private final Events events;
    private final Scrutiny scrutiny;
    private final Tags tags;
    private final Pulse pulse;

    EditPost(
            Db db,
            Clock clock,
            PostRows rows,
            CircleText circleText,
            Drafts drafts,
            StoredFiles storedFiles,
            Events events,
            Scrutiny scrutiny,
            Tags tags,
            Pulse pulse) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.circleText = circleText;
        this.drafts = drafts;
        this.storedFiles = storedFiles;
        this.events = events;
        this.scrutiny = scrutiny;
        this.tags = tags;
        this.pulse = pulse;
    }

    /**
     * @param edits how often the post had been edited when the author began, to notice their other window
     * @param publishAt the new moment of a scheduled post; null leaves it
     */
    record Asked(
            @Nullable String title,
            @Nullable String text,
            @Nullable Integer edits,
            @Nullable Instant publishAt) {}

    /** The post, and whether it waits for the staff now. */
    record Edited(Post.Facts post, boolean held) {}

    /** Answers how to address the post. */
    @Transactional
    Edited edit(Speaker speaker, PostKey key, Asked asked) {
        var text = PostText.of(asked.title(), asked.text());
        text.check();
        var post = rows.lock(speaker.circle(), key);
        if (post instanceof Post.Deleted) {
            throw Refusal.notFound("post.unknown");
        }
        post.facts().mustBeBy(speaker.member());
        if (post.facts().isApart()) {
            throw Refusal.conflict("post.handed-in");
        }
        if (asked.edits() != null && asked.edits() != post.facts().edits()) {
            throw Refusal.conflict("post.edited-meanwhile");
        }

        var now = clock.instant();
        if (post instanceof Post.Scheduled || (post instanceof Post.Held held && held.publishAt() != null)) {
            reschedule(post.facts(), asked.publishAt(), now);
        }
        var finding = scrutiny.look(
                speaker, new Scrutiny.Words(Matter.POST, post.facts().id(), text.title(), text.body(), true));
        replace(speaker, post, text, now);
        drafts.forget(speaker.account(), speaker.circle(), post.facts().id());
        if (finding.isHeld()) {
            hold(post, now);
        } else if (post instanceof Post.Live) {
            events.publish(new PostEdited(
                    speaker.circle(),
                    post.facts().id(),
                    Objects.requireNonNull(post.facts().number()),
                    speaker.account(),
                    text.title(),
                    now));
        }
        if (post instanceof Post.Hidden) {
            events.publish(new PostMended(speaker.circle(), post.facts().id(), speaker.account(), now));
        }
        return new Edited(post.facts(), finding.isHeld() || post instanceof Post.Held);
    }

    /** What was read before goes out of sight until staff let its new words out. */
    private void hold(Post post, Instant now) {
        if (post instanceof Post.Hidden) {
            return;
        }
        db.sql("""
                update content.post
                   set state = 'held', held_at = coalesce(held_at, :now), pinned_order = null, pinned_until = null
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", post.facts().circle())
                .with("id", post.facts().id())
                .with("now", now)
                .run();
        if (post instanceof Post.Live) {
            tags.unshown(post.facts().circle(), post.facts().id());
            pulse.countPosts(post.facts().circle(), -1);
        }
    }

    /** Behind the post's lock, so that a picture which is fetched meanwhile is not missed: see RenderAgain. */
    void replace(Speaker speaker, Post post, PostText text, Instant now) {
        var face = speaker.member().face();
        var done = circleText.hold(face, post.facts().id().holder(), text.body(), circleText.render(face, text.body()));
        if (isRead(post)) {
            remember(post.facts(), now);
        }
        write(post, text, done, now);
    }

    private void reschedule(Post.Facts post, @Nullable Instant publishAt, Instant now) {
        if (publishAt == null) {
            return;
        }
        WritePost.checkMoment(publishAt, now);
        db.sql("update content.post set publish_at = :publishAt where circle_id = :circle and post_id = :id")
                .with("circle", post.circle())
                .with("id", post.id())
                .with("publishAt", publishAt)
                .run();
    }

    /** Whether others read it before: what waits for its moment or the staff for the first time, nobody did. */
    private static boolean isRead(Post post) {
        return post.facts().number() != null;
    }

    private void remember(Post.Facts post, Instant now) {
        db.sql("""
                insert into content.post_history (circle_id, post_id, version, title, body, html, replaced_at)
                select circle_id, post_id, edits, title, body, html, :now
                  from content.post
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", post.circle())
                .with("id", post.id())
                .with("now", now)
                .run();
    }

    private void write(Post post, PostText text, CircleText.Done done, Instant now) {
        var counts = isRead(post);
        var preview = db.sql("""
                update content.post
                   set title = :title, body = :body, html = :html, excerpt = :excerpt, pictures = :pictures,
                       picture_count = :pictureCount, minutes = :minutes, mentioned = :mentioned,
                       edited_at = :editedAt, edits = edits + :more
                 where circle_id = :circle and post_id = :id
                returning preview
                """)
                .with("circle", post.facts().circle())
                .with("id", post.facts().id())
                .with("title", text.title())
                .with("body", text.body())
                .with("html", done.html())
                .with("excerpt", done.excerpt())
                .withTexts("pictures", done.pictures())
                .with("pictureCount", done.pictureCount())
                .with("minutes", done.rendered().minutes())
                .withIds("mentioned", done.mentioned())
                .with("editedAt", counts ? now : null)
                .with("more", counts ? 1 : 0)
                .one(Boolean.class);
        if (preview) {
            storedFiles.show(post.facts().circle(), CircleText.ids(done.html()));
        }
    }
}
