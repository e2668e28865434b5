package app.teahouse.comments;

import app.teahouse.content.Posts;
import app.teahouse.drafts.CircleText;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Scrutiny;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Speaker;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The author changes the words of a comment; the earlier ones are kept in its history. */
@Component
class EditComment {
    private final Db db;
    private final Clock clock;
    private final CommentRows rows;
    private final CircleText circleText;
    private final Scrutiny scrutiny;
    private final Posts posts;
    private final Events events;

    EditComment(
            Db db,
            Clock clock,
            CommentRows rows,
            CircleText circleText,
            Scrutiny scrutiny,
            Posts posts,
            Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.circleText = circleText;
        this.scrutiny = scrutiny;
        this.posts = posts;
        this.events = events;
    }

    @Transactional
    Comment.Facts edit(Speaker speaker, CommentId id, @Nullable String words) {
        var text = CommentText.of(words);
        var face = speaker.member().face();
        var rendered = circleText.render(face, text.body());
        var comment = rows.lock(speaker.circle(), id);
        if (comment instanceof Comment.Deleted) {
            throw Refusal.notFound("comment.unknown");
        }
        comment.facts().mustBeBy(speaker.member());
        if (text.body().equals(comment.facts().body())) {
            return comment.facts();
        }

        var held = scrutiny.look(speaker, new Scrutiny.Words(Matter.COMMENT, id, "", text.body(), true))
                .isHeld();
        var done = circleText.hold(face, id.holder(), text.body(), rendered);
        var now = clock.instant();
        db.sql("""
                insert into comments.comment_history (circle_id, comment_id, version, body, html, replaced_at)
                select circle_id, comment_id, edits, body, html, :now
                  from comments.comment
                 where circle_id = :circle and comment_id = :id
                """)
                .with("circle", speaker.circle())
                .with("id", id)
                .with("now", now)
                .run();
        db.sql("""
                update comments.comment
                   set body = :body, html = :html, mentioned = :mentioned, edited_at = :now, edits = edits + 1
                 where circle_id = :circle and comment_id = :id
                """)
                .with("circle", speaker.circle())
                .with("id", id)
                .with("body", text.body())
                .with("html", done.html())
                .withIds("mentioned", done.mentioned())
                .with("now", now)
                .run();
        if (held) {
            hold(comment, now);
        }
        events.publish(
                new CommentEdited(speaker.circle(), id, speaker.account(), comment instanceof Comment.Hidden, now));
        return comment.facts();
    }

    /** What was read before goes out of sight until staff let its new words out. */
    private void hold(Comment comment, Instant now) {
        if (!(comment instanceof Comment.Live(var facts))) {
            return;
        }
        db.sql("""
                update comments.comment
                   set state = 'held', held_at = :now
                 where circle_id = :circle and comment_id = :id
                """)
                .with("circle", facts.circle())
                .with("id", facts.id())
                .with("now", now)
                .run();
        posts.countComments(facts.circle(), facts.post(), -1);
    }
}
