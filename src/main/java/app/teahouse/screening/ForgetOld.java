package app.teahouse.screening;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes away what rules need no more: what was said after two weeks, what they found after ninety days. */
@Component
class ForgetOld implements Job {
    static final Duration SAID = Duration.ofDays(15);
    static final Duration FOUND = Duration.ofDays(90);

    private static final int BATCH = 500;

    private final Db db;

    ForgetOld(Db db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "screening.forget-old";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public boolean step(Instant now) {
        var said =
                db.sql("""
                delete from screening.said s
                 using (select circle_id, said_id
                          from screening.said
                         where at < :before
                         order by at, said_id
                         limit :most) as old
                 where s.circle_id = old.circle_id and s.said_id = old.said_id
                """).with("before", now.minus(SAID)).with("most", BATCH).run();
        var found =
                db.sql("""
                delete from screening.hit h
                 using (select circle_id, hit_id
                          from screening.hit
                         where at < :before
                         order by at, hit_id
                         limit :most) as old
                 where h.circle_id = old.circle_id and h.hit_id = old.hit_id
                """).with("before", now.minus(FOUND)).with("most", BATCH).run();
        return said == BATCH || found == BATCH;
    }
}
