package app.teahouse.segments;

import app.teahouse.kernel.AccountId;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** How much a member takes part, for rooms that write to them about themselves. */
@Component
public class Grades {
    private final Db db;
    private final Facts facts;

    Grades(Db db, Facts facts) {
        this.db = db;
        this.facts = facts;
    }

    /**
     * @param days here, of the last 28
     * @param written posts and comments in the last 30 days
     */
    public record Activity(Grade grade, int days, int written) {
        static final Activity NONE = new Activity(Grade.LOW, 0, 0);
    }

    /** The lowest of who is not a member any more. */
    public Activity of(CircleId circle, AccountId account, Instant now) {
        return db.sql("select " + Grade.POINTS + ", " + Grade.DAYS
                        + ", f.written from segments.fact f where f.circle_id = :circle and f.account_id = :account")
                .with("circle", circle)
                .with("account", account)
                .with("today", facts.moment(circle, now).today())
                .maybe((row, n) -> new Activity(Grade.of(row.getLong(1)), row.getInt(2), row.getInt(3)))
                .orElse(Activity.NONE);
    }
}
