package app.teahouse.site;

import app.teahouse.jobs.JobList;
import app.teahouse.kernel.Db;
import app.teahouse.kernel.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Tells whether the site can do its work: the database answers, the disk has room, the jobs run, the money adds up. */
@Component
public class Health {
    private static final Logger log = LoggerFactory.getLogger(Health.class);
    private static final long LEAST_FREE_BYTES = 500_000_000;

    private final Db db;
    private final JobList jobs;
    private final Settings settings;
    private final Clock clock;

    Health(Db db, JobList jobs, Settings settings, Clock clock) {
        this.db = db;
        this.jobs = jobs;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * One thing that was looked at. The operator reads {@code site.health.<name>.good} or {@code .bad}.
     *
     * @param facts for the sentence
     */
    public record Check(String name, boolean good, Map<String, Object> facts) {

        /** Whether the site can serve nobody without it; money that does not add up is one circle's, and its operators' to look into. */
        boolean isVital() {
            return !name.equals("ledgers");
        }
    }

    List<Check> look() {
        var checks = new ArrayList<Check>();
        var database = database();
        checks.add(database);
        checks.add(disk());
        if (database.good()) {
            checks.add(jobs());
            checks.add(ledgers());
        }
        return List.copyOf(checks);
    }

    private Check database() {
        var from = System.nanoTime();
        try {
            db.sql("select 1").one(Integer.class);
            return new Check("database", true, Map.of("millis", (System.nanoTime() - from) / 1_000_000));
        } catch (RuntimeException e) {
            log.warn("The database does not answer: {}", e.toString());
            return new Check("database", false, Map.of("millis", (System.nanoTime() - from) / 1_000_000));
        }
    }

    private Check disk() {
        try {
            var folder = settings.data().toAbsolutePath();
            var free = Files.getFileStore(Files.exists(folder) ? folder : folder.getRoot())
                    .getUsableSpace();
            return new Check("disk", free >= LEAST_FREE_BYTES, Map.of("free", Bytes.text(free), "bytes", free));
        } catch (IOException e) {
            log.warn("The data folder cannot be read: {}", e.toString());
            return new Check("disk", false, Map.of("free", "?", "bytes", 0L));
        }
    }

    private Check ledgers() {
        var unsound =
                db.sql("select count(*) from ledger.proof where faults > 0").one(Long.class);
        return new Check("ledgers", unsound == 0, Map.of("count", unsound));
    }

    private Check jobs() {
        var late = settings.timers() ? jobs.late(clock.instant()) : 0;
        return new Check("jobs", late == 0, Map.of("late", late));
    }
}
