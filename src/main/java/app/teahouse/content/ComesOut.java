package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Role;
import app.teahouse.tags.Tags;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** A post that waited is published: it takes its number, and the circle is told. The caller holds its row. */
@Component
class ComesOut {
    private final Db db;
    private final Tags tags;
    private final Pulse pulse;
    private final Events events;
    private final Findable findable;

    ComesOut(Db db, Tags tags, Pulse pulse, Events events, Findable findable) {
        this.db = db;
        this.tags = tags;
        this.pulse = pulse;
        this.events = events;
        this.findable = findable;
    }

    private record Told(
            AccountId author, Role role, String alias, String title, String excerpt, List<AccountId> mentioned) {}

    long publish(CircleId circle, PostId id, Instant now) {
        var post = told(circle, id);
        tags.showing(circle, id);
        var number = pulse.nextPost(circle, now);
        db.sql("""
                update content.post
                   set state = 'live', number = :number, published_at = :now, active_at = :now, held_at = null,
                       hidden_at = null, hidden_by = null, hidden_why = null
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .with("number", number)
                .with("now", now)
                .run();
        tags.shown(circle, id, number);
        findable.post(circle, id);
        events.publish(new PostPublished(
                circle,
                id,
                number,
                post.author(),
                post.role(),
                post.alias(),
                post.title(),
                post.excerpt(),
                post.mentioned(),
                now));
        return number;
    }

    private Told told(CircleId circle, PostId id) {
        return db.sql("""
                select p.author_id, coalesce(m.role, 'member'), coalesce(m.alias, ''), p.title, p.excerpt, p.mentioned
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.post_id = :id
                """)
                .with("circle", circle)
                .with("id", id)
                .one((row, n) -> new Told(
                        new AccountId(Db.uuid(row, 1)),
                        Db.constant(Role.class, row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Db.uuids(row, 6).stream().map(AccountId::new).toList()));
    }
}
