package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Member;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Speaker;
import app.teahouse.reactions.Kind;
import app.teahouse.reactions.Reactions;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member reacts to a comment, or takes it back. The comment's counter moves by the rows that came or went. */
@Component
public class ReactToComment {
    private final Db db;
    private final Clock clock;
    private final Reactions reactions;
    private final Events events;

    ReactToComment(Db db, Clock clock, Reactions reactions, Events events) {
        this.db = db;
        this.clock = clock;
        this.reactions = reactions;
        this.events = events;
    }

    private record Row(PostId post, long number, AccountId author, String body, long count) {}

    /** Answers how many reactions there are now. */
    @Transactional
    public long react(Speaker speaker, CommentId id, Kind kind) {
        var comment = live(speaker.circle(), id);
        var more = reactions.give(speaker, id, kind);
        if (more == 0) {
            return comment.count();
        }
        var count = count(speaker.circle(), id, more);
        events.publish(new CommentReacted(
                speaker.circle(),
                comment.post(),
                comment.number(),
                id,
                comment.author(),
                comment.body(),
                speaker.account(),
                speaker.member().standing().alias(),
                Db.name(kind),
                clock.instant()));
        return count;
    }

    @Transactional
    long takeBack(Member member, CommentId id) {
        var comment = live(member.circle(), id);
        var fewer = reactions.takeBack(member, id);
        return fewer == 0 ? comment.count() : count(member.circle(), id, -fewer);
    }

    private Row live(CircleId circle, CommentId id) {
        return db.sql("""
                select c.post_id, p.number, c.author_id, left(c.body, 140), c.reaction_count
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id and p.state = 'live'
                 where c.circle_id = :circle and c.comment_id = :id and c.state = 'live'
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> new Row(
                        new PostId(Db.uuid(row, 1)),
                        row.getLong(2),
                        new AccountId(Db.uuid(row, 3)),
                        row.getString(4),
                        row.getLong(5)))
                .orElseThrow(() -> Refusal.notFound("comment.unknown"));
    }

    private long count(CircleId circle, CommentId id, int change) {
        return db.sql("""
                update comments.comment
                   set reaction_count = reaction_count + :change
                 where circle_id = :circle and comment_id = :id
                returning reaction_count
                """)
                .with("circle", circle)
                .with("id", id)
                .with("change", change)
                .one(Long.class);
    }
}
