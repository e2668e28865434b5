package app.teahouse.mail;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Empties the outbox of letters older than thirty days: their links have long expired, and addresses are kept no longer than needed. */
@Component
class ForgetLetters implements Job {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 500;

    private final Db db;

    ForgetLetters(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "mail.forget-letters";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean step(Instant now) {
        var old = db.sql("""
                select message_id
                  from mail.message
                 where made_at < :before
                 order by made_at, message_id
                 limit :limit
                """)
                .with("before", now.minus(KEPT))
                .with("limit", AT_ONCE)
                .all((row, n) -> Db.uuid(row, 1));
        for (var id : old) {
            db.sql("delete from mail.message where bucket = :bucket and message_id = :id")
                    .with("bucket", Mail.bucket(id))
                    .with("id", id)
                    .run();
        }
        return old.size() == AT_ONCE;
    }
}
