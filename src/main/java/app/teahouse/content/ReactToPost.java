package app.teahouse.content;

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
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A member reacts to a post, or takes it back. The post's counter moves by the rows that came or went. */
@Component
public class ReactToPost {
    private final Db db;
    private final Clock clock;
    private final Reactions reactions;
    private final Guard guard;
    private final Events events;

    ReactToPost(Db db, Clock clock, Reactions reactions, Guard guard, Events events) {
        this.db = db;
        this.clock = clock;
        this.reactions = reactions;
        this.guard = guard;
        this.events = events;
    }

    /** What the button shows afterwards. */
    public record Reacted(long number, long count) {}

    private record Row(
            PostId id,
            long number,
            @Nullable AccountId author,
            String title,
            String excerpt,
            long count,
            Guarded guarded) {}

    @Transactional
    public Reacted react(Speaker speaker, long number, Kind kind) {
        var post = live(speaker.circle(), number);
        guard.mustBeOpen(Reader.of(speaker.member()), post.guarded());
        var more = reactions.give(speaker, post.id(), kind);
        if (more == 0) {
            return new Reacted(number, post.count());
        }
        var count = count(speaker.circle(), post.id(), more);
        tell(speaker.member(), post, true, Db.name(kind));
        return new Reacted(number, count);
    }

    @Transactional
    Reacted takeBack(Member member, long number) {
        var post = live(member.circle(), number);
        var fewer = reactions.takeBack(member, post.id());
        if (fewer == 0) {
            return new Reacted(number, post.count());
        }
        var count = count(member.circle(), post.id(), -fewer);
        tell(member, post, false, "");
        return new Reacted(number, count);
    }

    private void tell(Member member, Row post, boolean given, String kind) {
        events.publish(new PostReacted(
                member.circle(),
                post.id(),
                post.number(),
                post.author(),
                post.title(),
                post.excerpt(),
                member.account(),
                member.standing().alias(),
                given,
                kind,
                clock.instant()));
    }

    private Row live(CircleId circle, long number) {
        return db.sql("""
                select p.post_id, p.number, p.author_id, p.title, p.excerpt, p.reaction_count,
                """ + Guarded.FACTS + """
                  from content.post p
                 where circle_id = :circle and number = :number and state in ('live', 'apart')
                """)
                .with("circle", circle)
                .with("number", number)
                .maybe((row, n) -> row(row))
                .orElseThrow(() -> Refusal.notFound("post.unknown"));
    }

    private static Row row(ResultSet row) throws SQLException {
        var author = Db.maybeUuid(row, 3);
        return new Row(
                new PostId(Db.uuid(row, 1)),
                row.getLong(2),
                author == null ? null : new AccountId(author),
                row.getString(4),
                row.getString(5),
                row.getLong(6),
                Guarded.read(row, 7));
    }

    private long count(CircleId circle, PostId post, int change) {
        return db.sql("""
                update content.post
                   set reaction_count = reaction_count + :change
                 where circle_id = :circle and post_id = :id
                returning reaction_count
                """)
                .with("circle", circle)
                .with("id", post)
                .with("change", change)
                .one(Long.class);
    }
}
