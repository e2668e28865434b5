package app.teahouse.imports;

import app.teahouse.kernel.Db;
import app.teahouse.kernel.Refusal;
import app.teahouse.kernel.Staff;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Staff discard an archive, or stop while it comes in. What has come stays. */
@Component
class StopImport {
    private final Db db;
    private final Archives archives;
    private final Clock clock;

    StopImport(Db db, Archives archives, Clock clock) {
        this.db = db;
        this.archives = archives;
        this.clock = clock;
    }

    void stop(Staff staff, RunId run) {
        var stopped = db.sql("""
                update imports.run
                   set state = 'cancelled', finished_at = :now
                 where circle_id = :circle and run_id = :run and state in ('ready', 'running')
                """)
                .with("circle", staff.circle())
                .with("run", run)
                .with("now", clock.instant())
                .run();
        if (stopped == 0) {
            throw Refusal.conflict("import.not-ready");
        }
        try {
            archives.forget(run);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
