package app.teahouse.segments;

import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** After much was written at once, such as months of a circle's life: what is known of everybody is looked up anew, and all segments counted. */
@Component
public class CountAgain {
    private final Db db;
    private final Clock clock;

    CountAgain(Db db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** With the next steps of {@link KeepFacts}; a circle it never saw is looked at anyway. */
    public void everybody(CircleId circle) {
        db.sql("""
                update segments.turn
                   set stage = 'sweep', after_id = :start, swept_on = null, next_at = :now
                 where circle_id = :circle
                """)
                .with("circle", circle)
                .with("start", new KeepFacts.After(KeepFacts.START))
                .with("now", clock.instant())
                .run();
    }
}
