package app.teahouse.content;

import app.teahouse.circles.Pulse;
import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Events;
import app.teahouse.kernel.Findable;
import app.teahouse.kernel.Role;
import app.teahouse.kernel.Surface;
import app.teahouse.members.MayStillSpeak;
import app.teahouse.members.MayStillSpeak.Answer;
import app.teahouse.tags.Tags;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes posts whose moment has come, of circles that are there and not still coming in. A post whose author may not write here any more goes to the deleted ones instead. */
@Component
class PublishScheduled implements Job {
    private static final Duration MEANWHILE = Duration.ofMinutes(15);

    private final Db db;
    private final Tags tags;
    private final Pulse pulse;
    private final Events events;
    private final TransactionTemplate transaction;
    private final Findable findable;
    private final MayStillSpeak mayStillSpeak;

    PublishScheduled(
            Db db,
            Tags tags,
            Pulse pulse,
            Events events,
            TransactionTemplate transaction,
            Findable findable,
            MayStillSpeak mayStillSpeak) {
        this.db = db;
        this.tags = tags;
        this.pulse = pulse;
        this.events = events;
        this.transaction = transaction;
        this.findable = findable;
        this.mayStillSpeak = mayStillSpeak;
    }

    @Override
    public String name() {
        return "content.publish-scheduled";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(10);
    }

    private record Due(CircleId circle, PostId id) {}

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select p.circle_id, p.post_id
                  from content.post p
                  join circles.circle c on c.circle_id = p.circle_id
                 where p.state = 'scheduled' and p.publish_at <= :now
                 order by p.publish_at, p.post_id
                 limit 100
                """)
                .with("now", now)
                .all((row, n) -> new Due(new CircleId(Db.uuid(row, 1)), new PostId(Db.uuid(row, 2))));
        for (var post : due) {
            transaction.executeWithoutResult(_ -> publish(post, now));
        }
        return due.size() == 100;
    }

    private record Row(
            AccountId author, Role role, String alias, String title, String excerpt, List<AccountId> mentioned) {}

    private void publish(Due due, Instant now) {
        var found = lock(due);
        if (found.isEmpty()) {
            return;
        }
        var post = found.getFirst();
        switch (mayStillSpeak.on(due.circle(), post.author(), Surface.POST, now, MEANWHILE)) {
            case Answer.No _ -> setAside(due, post.author(), now);
            case Answer.Later(var when) -> postpone(due, when);
            case Answer.Yes _ -> publish(due, post, now);
        }
    }

    /** The circle rests now; what was to come out in its night comes out in its morning. */
    private void postpone(Due due, Instant when) {
        db.sql("update content.post set publish_at = :when where circle_id = :circle and post_id = :id")
                .with("circle", due.circle())
                .with("id", due.id())
                .with("when", when)
                .run();
    }

    private void publish(Due due, Row post, Instant now) {
        tags.showing(due.circle(), due.id());
        var number = pulse.nextPost(due.circle(), now);
        db.sql("""
                update content.post
                   set state = 'live', number = :number, published_at = :now, active_at = :now
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", due.circle())
                .with("id", due.id())
                .with("number", number)
                .with("now", now)
                .run();
        tags.shown(due.circle(), due.id(), number);
        findable.post(due.circle(), due.id());
        events.publish(new PostPublished(
                due.circle(),
                due.id(),
                number,
                post.author(),
                post.role(),
                post.alias(),
                post.title(),
                post.excerpt(),
                post.mentioned(),
                now));
    }

    /** Locks the post, so that its author cannot change it while it is published; nobody waits for a post that is in use. */
    private List<Row> lock(Due due) {
        return db.sql("""
                select p.author_id, coalesce(m.role, 'member'), coalesce(m.alias, ''),
                       p.title, p.excerpt, p.mentioned
                  from content.post p
                  left join members.membership m on m.circle_id = p.circle_id and m.account_id = p.author_id
                 where p.circle_id = :circle and p.post_id = :id and p.state = 'scheduled'
                   for no key update of p skip locked
                """)
                .with("circle", due.circle())
                .with("id", due.id())
                .all((row, n) -> new Row(
                        new AccountId(Db.uuid(row, 1)),
                        Db.constant(Role.class, row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        Db.uuids(row, 6).stream().map(AccountId::new).toList()));
    }

    private void setAside(Due due, AccountId author, Instant now) {
        db.sql("""
                update content.post
                   set state = 'deleted', deleted_at = :now, deleted_by = :author
                 where circle_id = :circle and post_id = :id
                """)
                .with("circle", due.circle())
                .with("id", due.id())
                .with("author", author)
                .with("now", now)
                .run();
    }
}
