package app.teahouse.jobs;

import app.teahouse.kernel.Db;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the recurring work of all rooms is at: from db-scheduler's table, and for what each node does, from this one. */
@Component
public class JobList {
    /** A job that should have begun this long ago has nobody who works on it. */
    private static final Duration LATE = Duration.ofMinutes(5);

    private final Db db;
    private final Jobs jobs;

    JobList(Db db, Jobs jobs) {
        this.db = db;
        this.jobs = jobs;
    }

    /** One job; all moments are null while the timers have not started. */
    public record JobView(
            String name,
            Duration every,
            @Nullable Instant next,
            @Nullable Instant lastSuccess,
            @Nullable Instant lastFailure,
            int failures,
            boolean running) {}

    public List<JobView> all() {
        record Row(
                String name,
                @Nullable Instant next,
                @Nullable Instant success,
                @Nullable Instant failure,
                int failures,
                boolean running) {}
        Map<String, Row> rows = db
                .sql("""
                select task_name, execution_time, last_success, last_failure, coalesce(consecutive_failures, 0), picked
                  from jobs.scheduled_task
                 limit 1000
                """)
                .all((row, n) -> new Row(
                        row.getString(1),
                        Db.maybeInstant(row, 2),
                        Db.maybeInstant(row, 3),
                        Db.maybeInstant(row, 4),
                        row.getInt(5),
                        row.getBoolean(6)))
                .stream()
                .collect(Collectors.toMap(Row::name, row -> row, (one, other) -> one));
        return jobs.all().stream()
                .map(job -> {
                    var here = jobs.turns(job).orElse(new Jobs.Turns(null, null, 0));
                    var own = new Row(job.name(), null, here.lastSuccess(), here.lastFailure(), here.failures(), false);
                    var row = job.onEveryNode() ? own : rows.getOrDefault(job.name(), own);
                    return new JobView(
                            row.name(),
                            job.every(),
                            row.next(),
                            row.success(),
                            row.failure(),
                            row.failures(),
                            row.running());
                })
                .sorted(java.util.Comparator.comparing(JobView::name))
                .toList();
    }

    /** How many jobs wait for somebody to run them, or were left by a node that died. */
    public long late(Instant now) {
        return db.sql("""
                select count(*)
                  from jobs.scheduled_task
                 where (not picked and execution_time < :limit) or (picked and last_heartbeat < :limit)
                """).with("limit", now.minus(LATE)).one(Long.class);
    }
}
