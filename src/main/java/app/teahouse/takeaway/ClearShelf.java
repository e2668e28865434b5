package app.teahouse.takeaway;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Takes away files whose time is over, and what was left of those that were stopped or failed. */
@Component
class ClearShelf implements Job {
    private static final int STEP = 100;

    private final Db db;
    private final Shelf shelf;

    ClearShelf(Db db, Shelf shelf) {
        this.db = db;
        this.shelf = shelf;
    }

    @Override
    public String name() {
        return "takeaway.clear";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    private record Over(CircleId circle, TakeawayId id) {}

    /** The file goes before the row says so: the other way round a crash would leave it for ever. */
    @Override
    public boolean step(Instant now) {
        var over = db.sql("""
                select circle_id, run_id
                  from takeaway.run
                 where expires_at <= :now and not cleared
                 order by expires_at, run_id
                 limit :most
                """)
                .with("now", now)
                .with("most", STEP)
                .all((row, n) -> new Over(new CircleId(Db.uuid(row, 1)), new TakeawayId(Db.uuid(row, 2))));
        for (var one : over) {
            delete(one.id());
            db.sql("""
                    update takeaway.run
                       set cleared = true, state = case when state = 'done' then 'expired' else state end
                     where circle_id = :circle and run_id = :run
                    """).with("circle", one.circle()).with("run", one.id()).run();
        }
        return over.size() == STEP;
    }

    void delete(TakeawayId id) {
        try {
            Parcel.delete(shelf.file(id));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
