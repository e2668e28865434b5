package app.teahouse.exports;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Owner;
import app.teahouse.kernel.Refusal;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** The owner stops an export, or removes its file before its time. */
@Component
class StopExport {
    private final Db db;
    private final Clock clock;
    private final ExportFiles files;

    StopExport(Db db, Clock clock, ExportFiles files) {
        this.db = db;
        this.clock = clock;
        this.files = files;
    }

    /** The job sees it at its next part, and takes the file away. */
    void stop(Owner owner, RunId run) {
        var stopped = db.sql("""
                update exports.run
                   set state = 'cancelled', finished_at = :now, blinded_key = null
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                .with("circle", owner.circle())
                .with("run", run)
                .with("now", clock.instant())
                .run();
        if (stopped == 0) {
            throw Refusal.conflict("export.not-running");
        }
        files.forget(run);
    }

    void remove(Owner owner, RunId run) {
        var removed = db.sql("""
                update exports.run
                   set state = 'expired', expires_at = :now
                 where circle_id = :circle and run_id = :run and state = 'done'
                """)
                .with("circle", owner.circle())
                .with("run", run)
                .with("now", clock.instant())
                .run();
        if (removed == 0) {
            throw Refusal.notFound("export.unknown");
        }
        files.forget(run);
    }
}
