package app.teahouse.verdicts;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lifts freezes whose day has come. */
@Component
class ThawCircles implements Job {
    private static final int AT_ONCE = 20;

    private final Db db;
    private final EndVerdict endVerdict;

    ThawCircles(Db db, EndVerdict endVerdict) {
        this.db = db;
        this.endVerdict = endVerdict;
    }

    @Override
    public String name() {
        return "verdicts.thaw";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public boolean step(Instant now) {
        var due = db.sql("""
                select circle_id, verdict_id
                  from verdicts.verdict
                 where kind = 'frozen' and over_at is null and until <= :now
                 order by until, verdict_id
                 limit :most
                """)
                .with("now", now)
                .with("most", AT_ONCE)
                .all((row, n) -> Map.entry(new CircleId(Db.uuid(row, 1)), new VerdictId(Db.uuid(row, 2))));
        due.forEach(one -> endVerdict.thaw(one.getKey(), one.getValue(), now));
        return due.size() == AT_ONCE;
    }
}
