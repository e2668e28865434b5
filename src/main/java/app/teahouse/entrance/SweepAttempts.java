package app.teahouse.entrance;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Clears away counts of tries from long ago. */
@Component
class SweepAttempts implements Job {
    private static final int AT_ONCE = 200;
    private static final Duration LONG_AGO = Duration.ofDays(1);

    private final Db db;

    SweepAttempts(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "entrance.sweep";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public boolean step(Instant now) {
        var old = db.sql("""
                select who, kind
                  from entrance.attempt
                 where first_at <= :before
                 order by first_at, who, kind
                 limit :limit
                """)
                .with("before", now.minus(LONG_AGO))
                .with("limit", AT_ONCE)
                .all((row, n) -> Map.entry(row.getBytes(1), row.getString(2)));
        for (var attempt : old) {
            db.sql("delete from entrance.attempt where who = :who and kind = :kind")
                    .with("who", attempt.getKey())
                    .with("kind", attempt.getValue())
                    .run();
        }
        return old.size() == AT_ONCE;
    }
}
