package app.teahouse.exports;

import app.teahouse.jobs.Job;
import app.teahouse.kernel.CircleId;
import app.teahouse.kernel.Db;
import app.teahouse.packing.Pack;
import app.teahouse.packing.ZipOut;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes exports, a part at a time. How far it is stands in the row once the part is on the disk, so whoever goes on after a crash
 * cuts off what was written behind it. A lease keeps two nodes off one run.
 */
@Component
class WorkExports implements Job {
    private static final int EXPIRED_AT_ONCE = 20;
    private static final Logger log = LoggerFactory.getLogger(WorkExports.class);
    static final Duration KEPT = Duration.ofDays(7);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration TURN = Duration.ofSeconds(2);
    private static final TypeReference<Map<String, Long>> COUNTS = new TypeReference<>() {};

    private final Db db;
    private final Pack pack;
    private final FinishExport finishExport;
    private final ExportFiles files;
    private final JsonMapper json;
    private final Clock clock;

    WorkExports(Db db, Pack pack, FinishExport finishExport, ExportFiles files, JsonMapper json, Clock clock) {
        this.db = db;
        this.pack = pack;
        this.finishExport = finishExport;
        this.files = files;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exports.work";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public boolean onEveryNode() {
        return true;
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Run(
            CircleId circle,
            RunId id,
            Pack.Progress progress,
            ZipOut.Mark mark,
            byte @Nullable [] key,
            @Nullable String check) {}

    @Override
    public boolean step(Instant now) {
        var older = expire(now);
        return step(now, Integer.MAX_VALUE) || older;
    }

    /** @param parts how many at most, of each run */
    boolean step(Instant now, int parts) {
        var more = false;
        for (var run : due(now)) {
            if (lease(run, now, now.plus(LEASE))) {
                more |= work(run, parts);
                lease(run, now.plus(LEASE).plusMillis(1), null);
            }
        }
        return more;
    }

    private List<Run> due(Instant now) {
        return db.sql("""
                select circle_id, run_id, crate, part, after, counts, position, directory, entries, blinded_key, key_check
                  from exports.run
                 where state = 'running' and (lease_until is null or lease_until < :now)
                 order by run_id
                 limit 3
                """)
                .with("now", now)
                .all((row, n) -> new Run(
                        new CircleId(Db.uuid(row, 1)),
                        new RunId(Db.uuid(row, 2)),
                        new Pack.Progress(
                                row.getInt(3),
                                row.getInt(4),
                                Db.texts(row, 5),
                                json.readValue(row.getString(6), COUNTS)),
                        new ZipOut.Mark(row.getLong(7), row.getLong(8), row.getLong(9)),
                        row.getBytes(10),
                        row.getString(11)));
    }

    private boolean lease(Run run, Instant now, @Nullable Instant until) {
        return db.sql("""
                update exports.run
                   set lease_until = :until
                 where circle_id = :circle and run_id = :run and (lease_until is null or lease_until < :now)
                """)
                        .with("circle", run.circle())
                        .with("run", run.id())
                        .with("now", now)
                        .with("until", until)
                        .run()
                == 1;
    }

    /** Answers whether there is more to do. */
    private boolean work(Run run, int parts) {
        try (var zip = files.open(run.id(), run.mark())) {
            return write(run, zip, parts);
        } catch (IOException e) {
            log.error("Export {} failed", run.id().value(), e);
            end(run, "failed");
            files.forget(run.id());
            return false;
        }
    }

    private boolean write(Run run, ZipOut zip, int parts) throws IOException {
        var until = System.nanoTime() + TURN.toNanos();
        var progress = run.progress();
        if (progress.equals(Pack.Progress.START)) {
            if (pack.prepare(run.circle())) {
                return true;
            }
            count(run);
        }
        for (var done = 1; !pack.isDone(progress); done++) {
            progress = pack.next(run.circle(), progress, zip);
            if (!keep(run, progress, zip.mark())) {
                files.forget(run.id());
                return false;
            }
            if (System.nanoTime() > until || done == parts) {
                return true;
            }
        }
        finishExport.finish(run, progress, zip);
        var bytes = files.finish(run.id());
        if (done(run, bytes)) {
            files.tidy(run.id());
        } else {
            files.forget(run.id());
        }
        return false;
    }

    /** Here and not where it is asked for: a large circle has a hundred tables to look at. */
    private void count(Run run) {
        db.sql("update exports.run set total = :total where circle_id = :circle and run_id = :run")
                .with("circle", run.circle())
                .with("run", run.id())
                .with("total", pack.total(run.circle()))
                .run();
    }

    /** Answers whether it is still wanted. */
    private boolean keep(Run run, Pack.Progress progress, ZipOut.Mark mark) {
        return db.sql("""
                update exports.run
                   set crate = :crate, part = :part, after = :after, counts = :counts, done = :done,
                       position = :position, directory = :directory, entries = :entries
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                        .with("circle", run.circle())
                        .with("run", run.id())
                        .with("crate", progress.crate())
                        .with("part", progress.part())
                        .withTexts("after", progress.after())
                        .with("counts", json.writeValueAsString(progress.counts()))
                        .with("done", progress.rows())
                        .with("position", mark.position())
                        .with("directory", mark.directory())
                        .with("entries", mark.entries())
                        .run()
                == 1;
    }

    private boolean done(Run run, long bytes) {
        return db.sql("""
                update exports.run
                   set state = 'done', finished_at = :now, expires_at = :expires, bytes = :bytes, done = total,
                       blinded_key = null, after = '{}'
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                        .with("circle", run.circle())
                        .with("run", run.id())
                        .with("now", clock.instant())
                        .with("expires", clock.instant().plus(KEPT))
                        .with("bytes", bytes)
                        .run()
                == 1;
    }

    private void end(Run run, String state) {
        db.sql("""
                update exports.run
                   set state = :state, finished_at = :now, blinded_key = null
                 where circle_id = :circle and run_id = :run and state = 'running'
                """)
                .with("circle", run.circle())
                .with("run", run.id())
                .with("state", state)
                .with("now", clock.instant())
                .run();
    }

    /** Answers whether there may be more. */
    private boolean expire(Instant now) {
        record Old(CircleId circle, RunId run) {}
        var old = db.sql("""
                select circle_id, run_id
                  from exports.run
                 where state = 'done' and expires_at < :now
                 order by expires_at
                 limit :most
                """)
                .with("now", now)
                .with("most", EXPIRED_AT_ONCE)
                .all((row, n) -> new Old(new CircleId(Db.uuid(row, 1)), new RunId(Db.uuid(row, 2))));
        for (var run : old) {
            files.forget(run.run());
            db.sql("update exports.run set state = 'expired' where circle_id = :circle and run_id = :run")
                    .with("circle", run.circle())
                    .with("run", run.run())
                    .run();
        }
        return old.size() == EXPIRED_AT_ONCE;
    }
}
