package app.teahouse.mail;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.Db;
import app.teahouse.mail.Postman.Due;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what waits in the outbox. A letter is first leased in a short transaction, then carried without one; should the program
 * die in between, it is sent again after the lease, so a letter can rarely arrive twice but is never lost.
 * Letters to many wait behind all others.
 */
@Component
class SendLetters implements Job {
    private static final Logger log = LoggerFactory.getLogger(SendLetters.class);
    private static final int AT_ONCE = 5;
    private static final Duration LEASE = Duration.ofMinutes(5);
    private static final List<Duration> PAUSES = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24));

    private final Db db;
    private final TransactionTemplate transaction;
    private final Postman postman;

    SendLetters(Db db, TransactionTemplate transaction, Postman postman) {
        this.db = db;
        this.transaction = transaction;
        this.postman = postman;
    }

    @Override
    public String name() {
        return "mail.send-letters";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(5);
    }

    /** A lease keeps two nodes off one thing, so nobody has to write down every few seconds that there was nothing to do. */
    @Override
    public boolean onEveryNode() {
        return true;
    }

    @Override
    public boolean step(Instant now) {
        if (!postman.isReady()) {
            return false;
        }
        var bucket = db.sql("""
                select bucket
                  from mail.message
                 where state = 'waiting' and next_at <= :now
                 order by bulk, next_at, message_id
                 limit 1
                """).with("now", now).maybe(Integer.class);
        if (bucket.isEmpty()) {
            return false;
        }
        var due = transaction.execute(_ -> lease(bucket.get(), now));
        for (var letter : due) {
            send(letter, now);
        }
        return true;
    }

    /** Puts the next try behind the lease, so that no other node takes these letters meanwhile. */
    private List<Due> lease(int bucket, Instant now) {
        var due = db.sql("""
                select message_id, recipient, subject, body_text, body_html, leave_url, tries
                  from mail.message
                 where bucket = :bucket and state = 'waiting' and next_at <= :now
                 order by bulk, next_at, message_id
                 limit :limit
                   for update skip locked
                """)
                .with("bucket", bucket)
                .with("now", now)
                .with("limit", AT_ONCE)
                .all((row, n) -> new Due(
                        bucket,
                        Db.uuid(row, 1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getInt(7) + 1));
        for (var letter : due) {
            db.sql("""
                    update mail.message
                       set next_at = :until, tries = :tries
                     where bucket = :bucket and message_id = :id
                    """)
                    .with("until", now.plus(LEASE))
                    .with("tries", letter.tries())
                    .with("bucket", bucket)
                    .with("id", letter.id())
                    .run();
        }
        return due;
    }

    private void send(Due letter, Instant now) {
        try {
            postman.carry(letter);
        } catch (MailException e) {
            log.warn("Letter {} was not taken, try {}: {}", letter.id(), letter.tries(), e.toString());
            retryLater(letter.bucket(), letter.id(), letter.tries(), e, now);
            return;
        }
        db.sql("""
                update mail.message
                   set state = 'sent', sent_at = :now, last_error = null,
                       body_text = case when secret then '' else body_text end,
                       body_html = case when secret then '' else body_html end
                 where bucket = :bucket and message_id = :id
                """)
                .with("now", now)
                .with("bucket", letter.bucket())
                .with("id", letter.id())
                .run();
    }

    private void retryLater(int bucket, UUID id, int tries, MailException e, Instant now) {
        var givenUp = tries > PAUSES.size();
        db.sql("""
                update mail.message
                   set state = :state, next_at = :next, last_error = :error
                 where bucket = :bucket and message_id = :id and state = 'waiting'
                """)
                .with("state", givenUp ? "failed" : "waiting")
                .with("next", givenUp ? now : now.plus(PAUSES.get(tries - 1)))
                .with("error", shortened(String.valueOf(e.getMostSpecificCause().getMessage())))
                .with("bucket", bucket)
                .with("id", id)
                .run();
    }

    private static String shortened(String text) {
        return text.length() <= 500 ? text : text.substring(0, 500);
    }
}
