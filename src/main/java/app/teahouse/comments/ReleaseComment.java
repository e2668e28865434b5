package app.teahouse.comments;

import app.teahouse.content.Posts;
import app.teahouse.drafts.CircleText;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.LetOut;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Scrutiny.Matter;
import app.teahouse.kernel.Settled;
import app.teahouse.kernel.Staff;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Staff let out a comment that rules held, also one they hid while it was held. Where nobody had read it, it is told of only now. */
@Component
public class ReleaseComment {
    private final Db db;
    private final Clock clock;
    private final CommentRows rows;
    private final Posts posts;
    private final CircleText circleText;
    private final Events events;

    ReleaseComment(Db db, Clock clock, CommentRows rows, Posts posts, CircleText circleText, Events events) {
        this.db = db;
        this.clock = clock;
        this.rows = rows;
        this.posts = posts;
        this.circleText = circleText;
        this.events = events;
    }

    private record Told(
            boolean held,
            boolean fresh,
            @Nullable AccountId postAuthor,
            String postName,
            @Nullable AccountId replyAuthor,
            Role role,
            String alias,
            List<AccountId> mentioned) {}

    @Transactional
    public void release(Staff staff, CommentId id) {
        var comment = rows.lock(staff.circle(), id);
        comment.facts().mustBeBelow(staff.member());
        var told = told(staff, id);
        if (comment instanceof Comment.Live || comment instanceof Comment.Deleted || !told.held()) {
            throw Refusal.conflict("comment.not-held");
        }
        var now = clock.instant();
        db.sql("""
                update comments.comment
                   set state = 'live', held_at = null, fresh = false, hidden_at = null, hidden_by = null, hidden_why = null
                 where circle_id = :circle and comment_id = :id
                """).with("circle", staff.circle()).with("id", id).run();
        posts.countComments(staff.circle(), comment.facts().post(), 1);
        if (told.fresh()) {
            tell(staff, comment.facts(), told, now);
        }
        events.publish(new Settled(staff.circle(), Matter.COMMENT, id.value(), staff.account(), false, now));
        var facts = comment.facts();
        events.publish(new LetOut(
                staff.circle(), Matter.COMMENT, id.value(), facts.number(), facts.author(), told.postName(), now));
    }

    private Told told(Staff staff, CommentId id) {
        return db.sql("""
                select c.held_at is not null, c.fresh, p.author_id, p.title, p.excerpt, p.number, r.author_id,
                       coalesce(m.role, 'member'), coalesce(m.alias, ''), c.mentioned
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id
                  left join comments.comment r on r.circle_id = c.circle_id and r.comment_id = c.reply_to
                  left join members.membership m on m.circle_id = c.circle_id and m.account_id = c.author_id
                 where c.circle_id = :circle and c.comment_id = :id
                """).with("circle", staff.circle()).with("id", id).one((row, n) -> {
            var postAuthor = Db.maybeUuid(row, 3);
            var replyAuthor = Db.maybeUuid(row, 7);
            return new Told(
                    row.getBoolean(1),
                    row.getBoolean(2),
                    postAuthor == null ? null : new AccountId(postAuthor),
                    Posts.named(row.getString(4), row.getString(5), row.getObject(6, Long.class)),
                    replyAuthor == null ? null : new AccountId(replyAuthor),
                    Db.constant(Role.class, row.getString(8)),
                    row.getString(9),
                    Db.uuids(row, 10).stream().map(AccountId::new).toList());
        });
    }

    private void tell(Staff staff, Comment.Facts comment, Told told, Instant now) {
        events.publish(new CommentWritten(
                staff.circle(),
                comment.post(),
                comment.number(),
                told.postAuthor(),
                told.postName(),
                comment.id(),
                told.replyAuthor(),
                comment.author(),
                told.role(),
                told.alias(),
                CommentText.excerpt(circleText.render(staff.member().face(), comment.body())),
                told.mentioned(),
                now));
    }
}
