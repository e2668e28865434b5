package app.teahouse.content;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Surface;
import app.teahouse.members.MayStillSpeak;
import app.teahouse.members.MayStillSpeak.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Publishes posts whose moment has come, of circles that are there and not still coming in. A post whose author may not write here any more goes to the deleted ones instead. */
@Component
class PublishScheduled implements Job {
    private static final Duration MEANWHILE = Duration.ofMinutes(15);

    private final Db db;
    private final ComesOut comesOut;
    private final TransactionTemplate transaction;
    private final MayStillSpeak mayStillSpeak;

    PublishScheduled(Db db, ComesOut comesOut, TransactionTemplate transaction, MayStillSpeak mayStillSpeak) {
        this.db = db;
        this.comesOut = comesOut;
        this.transaction = transaction;
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

    private void publish(Due due, Instant now) {
        var found = lock(due);
        if (found.isEmpty()) {
            return;
        }
        var author = found.get();
        switch (mayStillSpeak.on(due.circle(), author, Surface.POST, now, MEANWHILE)) {
            case Answer.No _ -> setAside(due, author, now);
            case Answer.Later(var when) -> postpone(due, when);
            case Answer.Yes _ -> comesOut.publish(due.circle(), due.id(), now);
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

    /** Locks the post, so that its author cannot change it while it is published; nobody waits for a post that is in use. */
    private Optional<AccountId> lock(Due due) {
        return db.sql("""
                select author_id
                  from content.post
                 where circle_id = :circle and post_id = :id and state = 'scheduled'
                   for no key update skip locked
                """)
                .with("circle", due.circle())
                .with("id", due.id())
                .maybe((row, n) -> new AccountId(Db.uuid(row, 1)));
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
