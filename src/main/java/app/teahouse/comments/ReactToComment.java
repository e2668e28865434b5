package app.teahouse.comments;

import app.teahouse.content.PostId;
import app.teahouse.drafts.CircleText;
import app.teahouse.guard.Guard;
import app.teahouse.guard.Guarded;
import app.teahouse.guard.Reader;
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
    private final CircleText circleText;
    private final Guard guard;
    private final Events events;

    ReactToComment(Db db, Clock clock, Reactions reactions, CircleText circleText, Guard guard, Events events) {
        this.db = db;
        this.clock = clock;
        this.reactions = reactions;
        this.circleText = circleText;
        this.guard = guard;
        this.events = events;
    }

    private record Row(PostId post, long number, AccountId author, String body, long count, Guarded guarded) {}

    /** Answers how many reactions there are now. */
    @Transactional
    public long react(Speaker speaker, CommentId id, Kind kind) {
        var comment = live(speaker.circle(), id);
        guard.mustBeOpen(Reader.of(speaker.member()), comment.guarded());
        var more = reactions.give(speaker, id, kind);
        if (more == 0) {
            return comment.count();
        }
        var count = count(speaker.circle(), id, more);
        tell(speaker.member(), id, comment, true, Db.name(kind));
        return count;
    }

    @Transactional
    long takeBack(Member member, CommentId id) {
        var comment = live(member.circle(), id);
        var fewer = reactions.takeBack(member, id);
        if (fewer == 0) {
            return comment.count();
        }
        var count = count(member.circle(), id, -fewer);
        tell(member, id, comment, false, "");
        return count;
    }

    private void tell(Member member, CommentId id, Row comment, boolean given, String kind) {
        var excerpt = given ? CommentText.excerpt(circleText.render(member.face(), comment.body())) : "";
        events.publish(new CommentReacted(
                member.circle(),
                comment.post(),
                comment.number(),
                id,
                comment.author(),
                excerpt,
                member.account(),
                member.standing().alias(),
                given,
                kind,
                clock.instant()));
    }

    private Row live(CircleId circle, CommentId id) {
        return db.sql("""
                select c.post_id, p.number, c.author_id, c.body, c.reaction_count,
                """ + Guarded.FACTS + """
                  from comments.comment c
                  join content.post p on p.circle_id = c.circle_id and p.post_id = c.post_id and p.state in ('live', 'apart')
                 where c.circle_id = :circle and c.comment_id = :id and c.state = 'live'
                """)
                .with("circle", circle)
                .with("id", id)
                .maybe((row, n) -> new Row(
                        new PostId(Db.uuid(row, 1)),
                        row.getLong(2),
                        new AccountId(Db.uuid(row, 3)),
                        row.getString(4),
                        row.getLong(5),
                        Guarded.read(row, 6)))
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
