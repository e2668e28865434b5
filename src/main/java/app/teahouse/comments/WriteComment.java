package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.content.Posts;
import app.teahouse.drafts.CircleText;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Reader;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Ids;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member comments on a post, or answers a comment. */
@Component
public class WriteComment {
    private final Db db;
    private final Clock clock;
    private final CircleText circleText;
    private final Posts posts;
    private final Guard guard;
    private final Events events;
    private final Findable findable;
    private final Scrutiny scrutiny;

    WriteComment(
            Db db,
            Clock clock,
            CircleText circleText,
            Posts posts,
            Guard guard,
            Events events,
            Findable findable,
            Scrutiny scrutiny) {
        this.db = db;
        this.clock = clock;
        this.circleText = circleText;
        this.posts = posts;
        this.guard = guard;
        this.events = events;
        this.findable = findable;
        this.scrutiny = scrutiny;
    }

    /**
     * A comment to be written.
     *
     * @param form made when the form was shown: the same form makes one comment
     * @param replyTo the comment it answers, or null
     */
    public record Asked(
            UUID form,
            long number,
            @Nullable CommentId replyTo,
            @Nullable String text) {}

    @Transactional
    public CommentId write(Speaker speaker, Asked asked) {
        var text = CommentText.of(asked.text());
        var face = speaker.member().face();
        var rendered = circleText.render(face, text.body());
        var now = clock.instant();
        var known = known(speaker, asked.form(), text);
        if (known.isPresent()) {
            return known.get();
        }

        var id = new CommentId(Ids.next());
        var held = scrutiny.look(speaker, new Scrutiny.Words(Matter.COMMENT, id, "", text.body(), false))
                .isHeld();
        var post = posts.commented(speaker.circle(), asked.number(), !held, now)
                .orElseThrow(() -> Refusal.notFound("post.unknown"));
        guard.mustBeOpen(Reader.of(speaker.member()), post.guarded());
        var parent = asked.replyTo() == null ? null : parent(speaker.circle(), post.id(), asked.replyTo());
        var done = circleText.hold(face, id.holder(), text.body(), rendered);
        if (!insert(speaker, asked, new Place(id, post.id(), parent), text, done, held, now)) {
            posts.countComments(speaker.circle(), post.id(), held ? 0 : -1);
            return known(speaker, asked.form(), text).orElseThrow();
        }
        if (held) {
            return id;
        }
        findable.comment(speaker.circle(), id);
        events.publish(new CommentWritten(
                speaker.circle(),
                post.id(),
                post.number(),
                post.author(),
                post.name(),
                id,
                parent == null ? null : parent.author(),
                speaker.account(),
                speaker.member().role(),
                speaker.member().standing().alias(),
                CommentText.excerpt(done),
                done.mentioned(),
                now));
        return id;
    }

    /** Where a comment will stand. */
    private record Place(
            CommentId id, PostId post, @Nullable Parent parent) {
        UUID thread() {
            return parent == null ? id.value() : parent.thread();
        }
    }

    private record Parent(UUID thread, AccountId author) {}

    private Parent parent(CircleId circle, PostId post, CommentId id) {
        return db.sql("""
                select thread_id, author_id
                  from comments.comment
                 where circle_id = :circle and comment_id = :id and post_id = :post and state = 'live'
                """)
                .with("circle", circle)
                .with("id", id)
                .with("post", post)
                .maybe((row, n) -> new Parent(Db.uuid(row, 1), new AccountId(Db.uuid(row, 2))))
                .orElseThrow(() -> Refusal.conflict("comment.answered-gone"));
    }

    private boolean insert(
            Speaker speaker,
            Asked asked,
            Place place,
            CommentText text,
            CircleText.Done done,
            boolean held,
            Instant now) {
        return db.sql("""
                insert into comments.comment
                       (circle_id, comment_id, post_id, thread_id, reply_to, form_id, author_id, body, html, mentioned, state, made_at,
                        held_at, fresh)
                values (:circle, :id, :post, :thread, :replyTo, :form, :author, :body, :html, :mentioned, :state, :now,
                        :heldAt, :held)
                on conflict (circle_id, form_id) do nothing
                """)
                        .with("circle", speaker.circle())
                        .with("id", place.id())
                        .with("post", place.post())
                        .with("thread", place.thread())
                        .with("replyTo", asked.replyTo())
                        .with("form", asked.form())
                        .with("author", speaker.account())
                        .with("body", text.body())
                        .with("html", done.html())
                        .withIds("mentioned", done.mentioned())
                        .with("state", held ? "held" : "live")
                        .with("heldAt", held ? now : null)
                        .with("held", held)
                        .with("now", now)
                        .run()
                == 1;
    }

    /** What this form made already; with other words it is no repetition. */
    private Optional<CommentId> known(Speaker speaker, UUID form, CommentText text) {
        record Row(CommentId id, boolean same) {}
        var row = db.sql("""
                select comment_id, author_id = :author and body = :body
                  from comments.comment
                 where circle_id = :circle and form_id = :form
                """)
                .with("circle", speaker.circle())
                .with("form", form)
                .with("author", speaker.account())
                .with("body", text.body())
                .maybe((found, n) -> new Row(new CommentId(Db.uuid(found, 1)), found.getBoolean(2)));
        if (row.isPresent() && !row.get().same()) {
            throw Refusal.conflict("comment.made-already");
        }
        return row.map(Row::id);
    }
}
